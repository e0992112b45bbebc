import { inspect } from 'node:util'
import * as nextLog from 'next/dist/build/output/log.js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLog } from '@/lib/config/log.ts'
import { logPrintedErrors } from '@/lib/config/log-printed-errors.ts'
import { publishedService } from '@/lib/records/published.ts'
import { makeTown } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'

const ASKED = 'mario.rossi@comune.example'

let written: string[]
const printed = () => written.join('')
beforeEach(() => {
  written = []
  vi.spyOn(console, 'error').mockImplementation((...words) => void written.push(inspect(words)))
  logPrintedErrors(() => createLog('info', { write: (line) => void written.push(line) }))
})
afterEach(() => void vi.restoreAllMocks())

const failureOf = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error) => error,
  )

/** As Next does, in the two ways that it has: `RouteModule.onRequestError`. */
function printAsNextDoes(error: Error) {
  Object.assign(error, { digest: '1234567890' })
  nextLog.error(error)
  console.error(error)
}

it.each([
  [
    'the registers',
    async () => {
      const { bodyId } = await makeTown('modena')
      await pool().query('alter table payload.services rename to services_gone')
      return failureOf(publishedService(bodyId, ASKED, 'it'))
    },
  ],
  ['a query, by its type', () => failureOf(pool().query('select $1::uuid', [ASKED]))],
  [
    'a query, by a rule',
    () =>
      failureOf(
        pool().query(
          `insert into switchboard.handouts (code_hash, body_id, totem_id, kind, slug, locale, expires_at)
      values ('', $1, $1, $1, $1, 'it', now())`,
          [ASKED],
        ),
      ),
  ],
])('says of a page that failed by %s why, and not what was asked', async (_what, fail) => {
  const error = await fail()
  expect(inspect(error, { depth: 5 })).toContain(ASKED)
  printAsNextDoes(error)
  printAsNextDoes(new Error('no page', { cause: error }))
  expect(printed()).not.toContain(ASKED)
  expect(written.map((line) => JSON.parse(line))).toEqual(
    Array.from({ length: 4 }, () =>
      expect.objectContaining({ err: expect.objectContaining({ digest: '1234567890' }) }),
    ),
  )
})

it('prints what is no error as it is', () => {
  console.error('words', 7)
  expect(written).toEqual([inspect(['words', 7])])
})
