import net from 'node:net'
import os from 'node:os'
import { expect, it } from 'vitest'
import { checkDisk, checkMachine, checkPort } from './checks.mjs'

it('finds nothing wrong with the machine that runs the tests', () => {
  expect(checkMachine).not.toThrow()
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
