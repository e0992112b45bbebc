import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { createPool } from '../../storage/pool.ts'
import type { BoardEvent } from '../events.ts'
import { type CallId, callId, serviceSlug, type TotemId } from '../ids.ts'
import { type CommandAnswer, type CommandRunner, createCommandRunner } from './run-command.ts'
import { createSettingsCache } from './settings-reader.ts'
import { logViolations } from './storm/log-violations.ts'
import { createRandom } from './storm/random.ts'
import { ALL_CHANNELS, createTrial } from './trial.ts'

/*
 * Moments that strand callers, serve them out of order or give one call two winners wherever a switchboard
 * reads first and writes later. In each round everything happens at once, each on an instance of its own.
 */

const TIMES = process.env.FULL === '1' ? 4 : 1
const pool = createPool(env().databaseUrl, 40)
afterAll(() => pool.end())

const instance = (): CommandRunner =>
  createCommandRunner({ pool, boards: createBoardReader(createSettingsCache()), onCommitted: () => {} })
const [one, other, third, fourth] = [instance(), instance(), instance(), instance()]

/** Long enough that nothing ends by itself while a test runs. */
const LONG_MS = 3_600_000

/** One operator on duty and two totems; nothing has rung yet. */
async function counter() {
  const trial = await createTrial({
    pool,
    operators: 1,
    totems: 2,
    rules: { deskLeaseMs: LONG_MS, totemLeaseMs: LONG_MS, openRoomMs: LONG_MS, wrapUpMs: LONG_MS },
  })
  const [operator] = trial.operators
  const [left, right] = trial.totems
  if (!operator || !left || !right) throw new Error('empty trial')
  await trial.onDuty(operator)
  for (const totem of trial.totems) await trial.leave(totem, await trial.call(totem))
  const desk = { operatorId: operator, epoch: trial.epochOfDesk(operator) }
  const tell = (run: CommandRunner, event: BoardEvent): Promise<CommandAnswer> =>
    run({ bodyId: trial.bodyId, event, repeatable: null })
  const place = async (run: CommandRunner, totem: TotemId): Promise<CallId> => {
    const id = callId(randomUUID())
    const answer = await tell(run, {
      type: 'callPlaced',
      callId: id,
      totemId: totem,
      epoch: trial.epochOfTotem(totem),
      service: serviceSlug('urp'),
      needs: { skills: [], language: null, mode: 'spoken' },
      channels: ALL_CHANNELS,
      preferred: null,
    })
    expect(answer).toMatchObject({ ok: true })
    return id
  }
  const leave = (run: CommandRunner, totem: TotemId, id: CallId) =>
    tell(run, { type: 'visitorLeft', callId: id, totemId: totem, epoch: trial.epochOfTotem(totem) })
  /** The offer that rings at the desk, as anybody reads it now. */
  const ringing = async () => {
    const { operators, offers } = (await trial.boards.load(pool, trial.bodyId)).board
    const work = operators.get(operator)?.work
    const offer = work?.kind === 'engaged' ? offers.get(work.offerId) : undefined
    return offer?.state === 'ringing' ? offer : null
  }
  /** Takes what rings to its wrap-up. @returns the wrap-up's end, still to be told */
  const serve = async (): Promise<BoardEvent> => {
    const offer = await ringing()
    if (!offer) throw new Error('a call waits beside a free operator')
    await tell(one, { type: 'offerAnswered', ...desk, offerId: offer.id })
    await tell(other, { type: 'operatorHungUp', ...desk, offerId: offer.id })
    return { type: 'wrapUpSaved', ...desk, callId: offer.callId }
  }
  const violations = async () => logViolations(pool, (await trial.board()).settings)
  return { trial, operator, left, right, desk, tell, place, leave, ringing, serve, violations }
}

it('[SW-191] a call placed while the last operator becomes free rings', { timeout: 120_000 }, async () => {
  const at = await counter()
  await at.place(one, at.left)
  let saved = await at.serve()
  for (let round = 0; round < 250 * TIMES; round += 1) {
    const [, call] = await Promise.all([at.tell(one, saved), at.place(other, at.left)])
    expect((await at.ringing())?.callId).toBe(call)
    saved = await at.serve()
  }
  expect(await at.violations()).toEqual([])
})

it('[SW-191] a call placed while another leaves the ringing desk rings there', {
  timeout: 120_000,
}, async () => {
  const at = await counter()
  const [totems, runs] = [
    [at.left, at.right],
    [one, other],
  ] as const
  let before = await at.place(one, at.left)
  for (let round = 0; round < 250 * TIMES; round += 1) {
    const [leaver, comer] = round % 2 === 0 ? totems : [totems[1], totems[0]]
    const [, call] = await Promise.all([at.leave(runs[0], leaver, before), at.place(runs[1], comer)])
    expect((await at.ringing())?.callId).toBe(call)
    before = call
  }
  expect(await at.violations()).toEqual([])
})

it('[SW-191] of two calls for one operator the older rings first', { timeout: 120_000 }, async () => {
  const at = await counter()
  await at.place(one, at.left)
  let saved = await at.serve()
  for (let round = 0; round < 150 * TIMES; round += 1) {
    await Promise.all([at.place(other, at.left), at.tell(one, saved), at.place(third, at.right)])
    const { board } = await at.trial.boards.load(pool, at.trial.bodyId)
    const states = [...board.calls.values()].map(({ state }) => state).filter((state) => state !== 'over')
    expect(states.toSorted()).toEqual(['offered', 'waiting'])
    await at.tell(fourth, await at.serve())
    saved = await at.serve()
  }
  // The log knows who came first, and a judge reads it that does not use the core.
  expect(await at.violations()).toEqual([])
})

it('[SW-191] of two answers, the end of the ring and a visitor who leaves one wins', {
  timeout: 120_000,
}, async () => {
  const at = await counter()
  const random = createRandom(20)
  const winners = new Map<string, number>()
  for (let round = 0; round < 150 * TIMES; round += 1) {
    const placedAt = performance.now()
    const call = await at.place(one, at.left)
    // As long as three commands take here and now, so that on a slow machine, too, the end is one of several.
    const mostMs = Math.ceil(3 * (performance.now() - placedAt))
    const offer = await at.ringing()
    if (!offer) throw new Error('nothing rings')
    const endsIn = `interval '${random.below(mostMs)} milliseconds'`
    await at.trial.changeByHand([
      `update switchboard.offers set expires_at = clock_timestamp() + ${endsIn} where id = '${offer.id}'`,
    ])
    const answer: BoardEvent = { type: 'offerAnswered', ...at.desk, offerId: offer.id }
    const racers = [
      () => at.tell(one, answer),
      () => at.tell(other, answer),
      () => at.tell(third, { type: 'clockTicked' }),
      () => at.leave(fourth, at.left, call),
    ]
    // Whoever asks first is usually first.
    const from = random.below(racers.length)
    const outcomes = await Promise.all([...racers.slice(from), ...racers.slice(0, from)].map((ask) => ask()))
    const answers = [0, 1].map((index) => outcomes[(index - from + racers.length) % racers.length])

    const ends = await endsOf(offer.id)
    expect(ends, `round ${round}`).toHaveLength(1)
    const [winner = ''] = ends
    winners.set(winner, (winners.get(winner) ?? 0) + 1)
    // Nobody is told that they won when they did not.
    expect(answers.some((outcome) => outcome?.ok)).toBe(winner === 'accepted')
    await at.leave(one, at.left, call)
    await at.tell(one, { type: 'operatorCameBack', ...at.desk })
  }
  expect(await at.violations()).toEqual([])
  // A race that always ends the same way is none.
  expect([...winners.keys()].toSorted()).toEqual(['accepted', 'expired', 'withdrawn'])
})

/** What ended the ringing of an offer, by the log: exactly one thing should have. */
async function endsOf(offerId: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select coalesce(fact ->> 'outcome', 'accepted') as how from switchboard.call_events e
     where fact ->> 'offerId' = $1 and (type = 'offerAccepted' or type = 'offerOver' and not exists (
       select from switchboard.call_events a where a.type = 'offerAccepted' and a.fact ->> 'offerId' = $1))`,
    [offerId],
  )
  return rows.map(({ how }) => String(how))
}
