import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { env } from '../config/env.ts'
import { listenForChanges } from './listener.ts'

const heard: string[] = []
let gaps = 0
const client = new pg.Client({ connectionString: env().databaseUrl })
let stop: () => Promise<void>

beforeAll(async () => {
  await client.connect()
  stop = listenForChanges(env().databaseUrl, {
    onChange: (bodyId, revision) => heard.push(`${bodyId} ${revision}`),
    onSettings: (bodyId) => heard.push(bodyId),
    onGap: () => {
      gaps += 1
    },
  })
  // From here on it listens.
  await vi.waitFor(() => expect(gaps).toBe(1), { timeout: 10_000 })
})
afterAll(async () => {
  await stop()
  await client.end()
})

it('passes on what is said of boards and settings, and survives whatever else is', async () => {
  await client.query('notify switchboard_board')
  await client.query(`notify switchboard_board, 'by hand'`)
  await client.query(`notify switchboard_board, '{"bodyId":"modena","revision":"3"}'`)
  await client.query(`notify switchboard_settings, 'modena'`)
  await client.query(`notify switchboard_board, '{"bodyId":"modena","revision":4}'`)
  await expect.poll(() => heard).toEqual(['modena', 'modena 4'])
  expect(gaps).toBe(1)
})
