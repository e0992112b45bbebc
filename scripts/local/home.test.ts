import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keptSecret, logFile } from './home.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-home-'))
afterAll(() => fs.rmSync(home, { recursive: true }))

it('keeps a secret that only its owner can read', () => {
  const secret = keptSecret(home, 'a-secret')
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(keptSecret(home, 'a-secret')).toBe(secret)
  expect(keptSecret(home, 'another')).not.toBe(secret)
  expect(fs.statSync(path.join(home, 'a-secret')).mode & 0o777).toBe(0o600)
})

it('lets no log grow for ever, nor others read it', () => {
  const file = logFile(home, 'service')
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  fs.truncateSync(file, 11 * 1024 * 1024)
  expect(fs.statSync(logFile(home, 'service')).size).toBe(0)
})
