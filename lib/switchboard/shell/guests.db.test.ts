import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { auditBody } from '../../storage/audit/audit.ts'
import { findGuest } from '../../storage/find-guest.ts'
import { createPool } from '../../storage/pool.ts'
import type { BoardEvent, GuestEvent } from '../events.ts'
import { guestId } from '../ids.ts'
import { DEFAULT_RULES } from '../settings.ts'
import { createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

const maria = guestId('maria')
/** Shorter than any lease, so that nobody else has left when it runs out. */
const INVITE_MS = 5_000

/** A call in call with the first of two operators; what each command leaves on disk is what the core decided. */
async function inCall() {
  const t = await createTrial({ pool, operators: 2, rules: { inviteMs: INVITE_MS } })
  const [anna, bruno, totem] = [t.operators[0], t.operators[1], t.totems[0]]
  if (!anna || !bruno || !totem) throw new Error('empty trial')
  await t.onDuty(anna)
  const call = await t.call(totem)
  const work = (await t.board()).operators.get(anna)?.work
  if (work?.kind !== 'engaged') throw new Error('nobody rings')
  await t.answer(anna, work.offerId)
  await t.connect(totem, anna, call, work.offerId)
  await t.onDuty(bruno)
  const inviteHash = `invite of ${call}`

  const run = async (event: BoardEvent) => {
    const answer = await t.run({ bodyId: t.bodyId, event, repeatable: null })
    const saved = t.commits.at(-1)?.board.calls
    expect([...(await t.board()).calls]).toEqual([...(saved ?? [])])
    return answer
  }
  const about = (type: 'guestAdmitted' | 'guestDismissed', operatorId = anna) =>
    run({ type, offerId: work.offerId, operatorId, epoch: t.epochOfDesk(operatorId), guestId: maria })
  const page = { offerId: work.offerId, operatorId: anna, epoch: t.epochOfDesk(anna) }
  await run({ type: 'guestInvited', ...page, guestId: maria, as: 'signer', name: 'Maria', inviteHash })
  const arrival = (visitHash: string): GuestEvent => ({
    type: 'guestArrived',
    callId: call,
    guestId: maria,
    visitHash,
    inviteHash,
  })
  return { t, anna, bruno, call, page, inviteHash, run, about, arrival }
}

it('[SW-250] [SW-252] keeps a guest of every state on disk, and finds them by their hashes alone', async () => {
  const { t, call, inviteHash, run, about, arrival } = await inCall()
  const place = { bodyId: t.bodyId, callId: call, guestId: maria }
  expect(await findGuest(pool, { inviteHash })).toEqual(place)
  expect(await findGuest(pool, { visitHash: 'visit' })).toBeNull()
  expect(await run(arrival('visit'))).toMatchObject({ ok: true })
  expect(await findGuest(pool, { visitHash: 'visit' })).toEqual(place)
  expect(await about('guestAdmitted')).toMatchObject({ ok: true })
  expect(await about('guestDismissed')).toMatchObject({ ok: true })
  expect((await t.board()).calls.get(call)?.guests).toMatchObject([{ state: 'over', outcome: 'removed' }])
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-251] of two browsers at the same moment exactly one has the invite', async () => {
  const { t, call, arrival } = await inCall()
  const answers = await Promise.all(
    ['one', 'two'].map((visit) => t.run({ bodyId: t.bodyId, event: arrival(visit), repeatable: null })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'invite-used' })
  expect((await t.board()).calls.get(call)?.guests).toMatchObject([{ state: 'at_door' }])
})

it('[SW-251] a repeated arrival has its first answer, under its own key', async () => {
  const { t, arrival } = await inCall()
  const repeatable = { caller: 'guest maria', key: crypto.randomUUID() }
  const command = { bodyId: t.bodyId, event: arrival('visit'), repeatable }
  expect(await t.run(command)).toMatchObject({ ok: true })
  expect(await t.run(command)).toMatchObject({ ok: true })
  expect(await t.run({ ...command, event: arrival('visit'), repeatable: null })).toMatchObject({ ok: true })
})

it('[SW-252] another operator lets nobody in', async () => {
  const { bruno, run, about, arrival, call, t } = await inCall()
  await run(arrival('visit'))
  expect(await about('guestAdmitted', bruno)).toMatchObject({ refusal: 'offer-not-yours' })
  expect((await t.board()).calls.get(call)?.guests).toMatchObject([{ state: 'at_door' }])
})

it('[SW-254] an unused link expires by itself', async () => {
  const { t, call, run, arrival } = await inCall()
  await t.wait(INVITE_MS)
  await t.tick()
  expect((await t.board()).calls.get(call)).toMatchObject({
    state: 'in_call',
    guests: [{ state: 'over', outcome: 'expired' }],
  })
  expect(await run(arrival('late'))).toMatchObject({ refusal: 'invite-expired' })
})

it('[SW-256] names and hashes leave with the call', async () => {
  const { t, call, page, inviteHash, run } = await inCall()
  await run({ type: 'operatorHungUp', ...page })
  expect(await findGuest(pool, { inviteHash })).not.toBeNull()
  await t.wait(DEFAULT_RULES.farewellMs + 1_000)
  await t.tick()
  expect(await findGuest(pool, { inviteHash })).toBeNull()
  const { rows } = await pool.query('select guests from switchboard.calls where id = $1', [call])
  expect(rows).toEqual([{ guests: [] }])
  const facts = await pool.query(
    `select fact::text as text from switchboard.call_events where call_id = $1`,
    [call],
  )
  expect(JSON.stringify(facts.rows)).not.toMatch(/Maria|invite of/)
})
