import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { checkDisk, checkMachine, checkPort, readEnvFile } from './checks.mjs'

it('finds nothing wrong with the machine that runs the tests', () => {
  expect(checkMachine).not.toThrow()
})

it('reads .env, or says why it cannot, and never passes it over', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-env-'))
  const file = path.join(folder, '.env')
  expect(() => readEnvFile(file)).not.toThrow()
  fs.writeFileSync(file, 'PRONTO_CHECKS_TEST=read')
  readEnvFile(file)
  expect(process.env.PRONTO_CHECKS_TEST).toBe('read')
  delete process.env.PRONTO_CHECKS_TEST
  // Node 20 before 20.12.
  vi.stubGlobal('process', Object.create(process, { loadEnvFile: { value: undefined } }))
  expect(() => readEnvFile(file)).toThrow(/cannot read .*\.env: install Node 20\.12/)
  vi.unstubAllGlobals()
  fs.rmSync(folder, { recursive: true })
})

it('says in one line that the disk is too full', () => {
  expect(() => checkDisk(os.tmpdir(), 1)).not.toThrow()
  expect(() => checkDisk(os.tmpdir(), 1e12)).toThrow(/^The disk of .* has \d+ MB left .* free some space.*$/)
})

it('says in one line that a port is taken, and what to do', async () => {
  const squatter = net.createServer()
  const port = await new Promise<number>((resolve) =>
    squatter.listen(0, '127.0.0.1', () => {
      const address = squatter.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  await expect(checkPort('127.0.0.1', port)).rejects.toThrow(
    /^Port \d+ on 127.0.0.1 is in use: .*PORT=\d+ npm start$/,
  )
  await new Promise((resolve) => squatter.close(resolve))
  await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined()
  await expect(checkPort('127.0.0.1', Number.NaN)).rejects.toThrow(/^PORT must be a number/)
  await expect(checkPort('192.0.2.1', port)).rejects.toThrow(/cannot listen on 192.0.2.1/)
})
