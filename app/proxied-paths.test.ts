import fs from 'node:fs'
import path from 'node:path'
import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server'
import { expect, it } from 'vitest'
import { config } from '@/proxy.ts'

const hasPolicy = (url: string) => unstable_doesMiddlewareMatch({ config, url })
const root = path.resolve(import.meta.dirname, '..')

it.each(['/', '/totem', '/m/x.y', '/read/padova-149/sheet/x.y', '/admin/x.y', '/m/code.js', '/x/icon.svg'])(
  'a page has its policy, whatever is in its address: %s',
  (url) => expect(hasPolicy(url)).toBe(true),
)

it.each([
  '/api/health/live',
  '/content-api/totems',
  '/_next/static/chunks/a.js',
  '/icon.svg?icon.a1.svg',
  ...fs.readdirSync(path.join(root, 'public')).map((name) => `/${name}`),
])('what is no page passes by: %s', (url) => expect(hasPolicy(url)).toBe(false))
