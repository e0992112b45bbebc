import { BasePayload } from 'payload'
import { afterAll, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import { log } from '../config/log.ts'
import { isDatabaseAway } from '../storage/is-database-away.ts'
import { severableDatabase } from '../storage/severable-database.ts'
import { registersConfig } from './config.ts'

log().level = 'silent'
const wire = await severableDatabase(env().databaseUrl)
afterAll(() => wire.close())

it('[SW-404] gives up on a database that says nothing, also before a transaction, and goes on when it speaks again', async () => {
  const config = await registersConfig({ databaseUrl: wire.url, secret: 'unused', silenceMs: 1_200 })
  const payload = await new BasePayload().init({ config })
  const count = () => payload.count({ collection: 'operators' })
  // Two connections, so that the transaction begins on one that is open.
  await Promise.all([count(), count()])
  wire.hush()
  const failures = await Promise.all(
    [count(), payload.db.beginTransaction()].map((asked) => Promise.resolve(asked).catch((error) => error)),
  )
  expect(failures.map(isDatabaseAway)).toEqual([true, true])
  wire.letThrough()
  expect(await count()).toEqual({ totalDocs: 0 })
})
