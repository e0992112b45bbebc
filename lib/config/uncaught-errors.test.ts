import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

const ASKED = 'mario.rossi@comune.example'

/** A process that handles what nobody has caught as Next's does, and in which a query fails unseen. */
const failing = (moment: string) => `
  globalThis.AsyncLocalStorage = (await import('node:async_hooks')).AsyncLocalStorage
  const { DrizzleQueryError } = await import('drizzle-orm/errors')
  const next = 'next/dist/server/node-environment-extensions/process-error-handlers.js'
  ;(await import(next)).default.installProcessErrorHandlers(false)
  const { logPrintedErrors } = await import('./lib/config/log-printed-errors.ts')
  logPrintedErrors()
  const fail = () => {
    throw new DrizzleQueryError('update "operators"', ['${ASKED}'], new Error('connection lost'))
  }
  ${moment}
  process.on('beforeExit', () => console.log('still there'))
`

async function printed(moment: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', failing(moment)])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part))
  await once(child, 'close')
  return output
}

it.each([
  ['an exception', 'setImmediate(fail)'],
  ['a rejection', 'void (async () => fail())()'],
])(
  '%s that nobody catches is logged without what was asked, and the server goes on',
  async (_what, moment) => {
    const output = await printed(moment)
    expect(output).toContain('connection lost')
    expect(output).not.toContain(ASKED)
    expect(output).toContain('still there')
  },
)
