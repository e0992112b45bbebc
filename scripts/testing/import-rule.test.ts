import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../local/home.ts'

/** A bare tree with this repository's lint configuration: what counts is where a file is and what it imports. */
const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-imports-'))
const rules = JSON.parse(fs.readFileSync(path.join(root, '.oxlintrc.json'), 'utf8'))
fs.writeFileSync(
  path.join(tree, '.oxlintrc.json'),
  JSON.stringify({ ...rules, options: {}, categories: {}, plugins: ['typescript'] }),
)
afterAll(() => fs.rmSync(tree, { recursive: true }))

/** What the import rule says about `code` in `file`. */
function complaintsAbout(file: string, code: string): string[] {
  const place = path.join(tree, file)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, code)
  const run = spawnSync(path.join(root, 'node_modules/.bin/oxlint'), ['-f', 'json', file], {
    cwd: tree,
    encoding: 'utf8',
  })
  fs.rmSync(place)
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { code: string }[] }
  return diagnostics.map(({ code }) => code).filter((code) => code.includes('no-restricted-imports'))
}

describe('imports point one way: app, components, lib', () => {
  it.each([
    ['lib/records/a.ts', `import { b } from '@/components/b.ts'\nb()`],
    ['lib/records/a.ts', `import { b } from '../../app/b.ts'\nb()`],
    ['lib/records/a.ts', `import type { B } from '../../components/b.ts'\nexport type A = B`],
    ['lib/records/a.ts', `export const b = () => import('../../components/b.ts')`],
    ['lib/records/a.ts', `export { b } from '../../app/b.ts'`],
    ['lib/records/a.ts', `import { b } from '@/lib/http/b.ts'\nb()`],
    ['lib/http/a.test.ts', `import { b } from '../../components/b.ts'\nb()`],
    ['lib/server.ts', `import { b } from '../scripts/local/b.ts'\nb()`],
    ['components/desk/a.tsx', `import { b } from '@/app/(staff)/desk/b.tsx'\nb()`],
    ['components/desk/a.tsx', `export const b = () => import('../../app/b.ts')`],
    ['app/(staff)/desk/page.tsx', `import { b } from '@/scripts/b.ts'\nb()`],
  ])('%s may not: %s', (file, code) => {
    expect(complaintsAbout(file, code)).toHaveLength(1)
  })
})

describe("the switchboard's core imports nothing outside its folder", () => {
  it.each([
    `import { b } from '../storage/b.ts'\nb()`,
    `import { b } from '@/lib/storage/b.ts'\nb()`,
    `import { b } from './shell/b.ts'\nb()`,
    `import path from 'node:path'\npath.sep`,
    `import * as z from 'zod'\nz.string()`,
    `export const b = () => import('../http/b.ts')`,
  ])('may not: %s', (code) => {
    expect(complaintsAbout('lib/switchboard/match.ts', code)).toHaveLength(1)
  })

  it('may import its own files; its tests and its shell more', () => {
    const fromStorage = `import { b } from '../../storage/b.ts'\nb()`
    expect(complaintsAbout('lib/switchboard/match.ts', `import { b } from './board.ts'\nb()`)).toEqual([])
    expect(complaintsAbout('lib/switchboard/match.test.ts', `import { it } from 'vitest'\nit('')`)).toEqual(
      [],
    )
    expect(complaintsAbout('lib/switchboard/shell/a.ts', fromStorage)).toEqual([])
  })
})

describe('vendor words stay where they belong', () => {
  const livekit = `import { Room } from 'livekit-client'\nnew Room()`
  const livekitServer = `import { AccessToken } from 'livekit-server-sdk'\nnew AccessToken()`
  const payload = `import { getPayload } from 'payload'\ngetPayload()`
  const payloadNext = `import { RootLayout } from '@payloadcms/next/layouts'\nRootLayout()`
  it.each([
    ['components/totem/a.tsx', livekit],
    ['app/api/a/route.ts', livekitServer],
    ['lib/switchboard/shell/a.ts', livekitServer],
    ['lib/records/a.ts', livekitServer],
    ['lib/http/a.ts', payload],
    ['lib/livekit/a.ts', payload],
    ['components/desk/a.tsx', payload],
    ['app/(staff)/desk/page.tsx', payloadNext],
  ])('%s may not: %s', (file, code) => {
    expect(complaintsAbout(file, code)).toHaveLength(1)
  })

  it.each([
    ['components/call/a.ts', livekit],
    ['lib/livekit/a.ts', livekitServer],
    ['lib/records/a.ts', payload],
    ['lib/identity/a.ts', payload],
    ['app/(payload)/layout.tsx', payloadNext],
  ])('%s may: %s', (file, code) => {
    expect(complaintsAbout(file, code)).toEqual([])
  })
})
