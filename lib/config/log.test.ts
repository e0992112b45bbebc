import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, it } from 'vitest'
import { errorToPrint } from './error-in-log.ts'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('info', { write: (line) => lines.push(line) }))
  return lines.join('')
}

it.each(['password', 'token', 'secret', 'credential', 'cookie', 'authorization', 'set-cookie'])(
  'cuts out %s at three depths',
  (name) => {
    const text = logged((log) => {
      log.info({ [name]: 'hunter2' }, 'top')
      log.info({ headers: { [name]: 'hunter2' } }, 'nested')
      log.info({ request: { headers: { [name]: 'hunter2' } } }, 'deeper')
    })
    expect(text).not.toContain('hunter2')
    expect(text.match(/\[redacted\]/g)).toHaveLength(3)
  },
)

it('cuts out the row that PostgreSQL quotes in its errors', () => {
  const detail = 'Failing row contains (7f3c, +393381234567, Carta).'
  const error = Object.assign(new Error('violates check constraint'), {
    code: '23514',
    detail,
    where: detail,
  })
  const text = logged((log) => {
    log.error({ err: error, reference: 'r1' }, 'fault')
    log.warn({ effect: { cause: error } }, 'order failed')
  })
  expect(text).toContain('23514')
  expect(text).not.toMatch(/1234567|Carta/)
})

it('cuts out what a query of the registers was asked with, wherever the error is', () => {
  const asked = ['anna@comune.example', '7f3c\nhash of a password', null]
  const failed = new DrizzleQueryError(
    'update "operators" set "email" = $1',
    asked,
    new Error('connection lost'),
  )
  const text = logged((log) => {
    log.warn({ err: failed }, 'database away')
    log.error(failed)
    log.error({ err: failed })
    log.error(failed, 'with words')
    log.error({ err: new Error('not signed in', { cause: failed }) }, 'fault')
    log.error({ err: new AggregateError([failed], 'both') }, 'fault')
    log.warn({ err: Object.assign(new Error('wrapped'), { inner: failed }) }, 'fault')
  })
  expect(text).not.toMatch(/comune\.example|7f3c|hash of a password/)
  expect(text.match(/update \\"operators\\"/g)?.length).toBeGreaterThanOrEqual(7)
  expect(text).toContain('connection lost')
  expect(text).toContain('log.test.ts')
  expect(failed.params).toEqual(asked)
})

it('prints nothing on a terminal of what a query was asked with', () => {
  const failed = new DrizzleQueryError('update "operators"', ['rosa@comune.example', 'hash of a password'])
  const printed = inspect(errorToPrint(new Error('not set up', { cause: failed })))
  expect(printed).toMatch(/not set up.*log\.test\.ts/s)
  expect(inspect(errorToPrint(failed))).toMatch(/update "operators".*log\.test\.ts/s)
  expect(printed + inspect(errorToPrint(failed))).not.toMatch(/comune\.example|hash of a password/)
  const plain = new Error('a port in use')
  expect(errorToPrint(plain)).toBe(plain)
})

it('writes one JSON object per line', () => {
  const lines = logged((log) => log.info({ callId: 'c1' }, 'call placed'))
    .trim()
    .split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ callId: 'c1', msg: 'call placed' }])
})
