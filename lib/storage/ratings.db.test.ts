import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { bodyId, callId, totemId } from '../switchboard/ids.ts'
import { pool } from './pool.ts'
import { keepCallRating, keepPageRating } from './ratings.ts'

const at = { bodyId: bodyId('modena'), totemId: totemId('padova') }

/** A call as the board leaves it. */
async function aCall(more: { outcome?: string; minutesAgo?: number; totem?: string } = {}) {
  const { outcome = 'ended', minutesAgo = 0, totem = at.totemId } = more
  const id = callId(randomUUID())
  await pool().query(
    'insert into switchboard.bodies (id, revision, changed_at) values ($1, 0, now()) on conflict do nothing',
    [at.bodyId],
  )
  await pool().query(
    `insert into switchboard.calls (id, body_id, totem_id, service, needs, channels, priority, enqueued_at, waiting_since,
        media, attempts, exclusions, media_failures, state, outcome, ended_at, forget_at, on_board)
      values ($1, $2, $3, 'urp', '{}', '{}', 0, now(), now(), 'open', 1, '[]', 0, 'over', $4,
        now() - make_interval(mins => $5), now(), false)`,
    [id, at.bodyId, totem, { kind: outcome }, minutesAgo],
  )
  return id
}
const rows = async () =>
  (await pool().query('select face, reason from switchboard.ratings order by rated_at')).rows

it('keeps one row per contact, and the last word', async () => {
  const id = await aCall()
  await Promise.all([
    keepCallRating(pool(), { ...at, callId: id, face: 'bad', reason: null }),
    keepCallRating(pool(), { ...at, callId: id, face: 'bad', reason: null }),
  ])
  expect(await keepCallRating(pool(), { ...at, callId: id, face: 'bad', reason: 'staff' })).toBe(true)
  expect(await rows()).toEqual([{ face: 'bad', reason: 'staff' }])
})

it('takes no rating of a call that nobody answered, that is long over, or that is another totem’s', async () => {
  const before = (await rows()).length
  const calls = [
    await aCall({ outcome: 'abandoned' }),
    await aCall({ minutesAgo: 11 }),
    await aCall({ totem: 'villanova' }),
    callId(randomUUID()),
  ]
  for (const id of calls) {
    expect(await keepCallRating(pool(), { ...at, callId: id, face: 'good', reason: null })).toBe(false)
  }
  expect(await rows()).toHaveLength(before)
})

it('keeps one row per reading of a page, and lets no other totem change it', async () => {
  const id = randomUUID()
  await keepPageRating(pool(), { ...at, id, service: 'cie', stars: 2, aspect: null })
  await keepPageRating(pool(), { ...at, id, service: 'cie', stars: 2, aspect: 'clear' })
  await keepPageRating(pool(), { ...at, totemId: totemId('x'), id, service: 'cie', stars: 5, aspect: null })
  const { rows: kept } = await pool().query('select stars, aspect from switchboard.page_ratings')
  expect(kept).toEqual([{ stars: 2, aspect: 'clear' }])
})
