import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { auditBody } from '../../storage/audit/audit.ts'
import { createPool } from '../../storage/pool.ts'
import type { BoardEvent, DeskEvent } from '../events.ts'
import { type CallId, type OfferId, type OperatorId, officeId, operatorId } from '../ids.ts'
import { ALL_CHANNELS, createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

/** Two operators, one call in call with the first; every command leaves on disk what the core decided. */
async function inCall() {
  const t = await createTrial({ pool, operators: 2 })
  const [first, second, totem] = [t.operators[0], t.operators[1], t.totems[0]]
  if (!first || !second || !totem) throw new Error('empty trial')
  await t.onDuty(first)
  const call = await t.call(totem)
  const offer = await offerFor(first)
  await t.answer(first, offer)
  await t.connect(totem, first, call, offer)
  await t.onDuty(second)

  async function offerFor(operator: OperatorId): Promise<OfferId> {
    const work = (await t.board()).operators.get(operator)?.work
    if (work?.kind !== 'engaged') throw new Error(`${operator} is ${work?.kind}`)
    return work.offerId
  }
  const run = async (event: BoardEvent, more: { outcome?: 'solved' } = {}) => {
    const outcome =
      event.type === 'wrapUpSaved' && more.outcome
        ? {
            callId: event.callId,
            operatorId: event.operatorId,
            outcome: more.outcome,
            category: null,
            note: '',
          }
        : undefined
    const answer = await t.run({ bodyId: t.bodyId, event, repeatable: null, ...(outcome && { outcome }) })
    const [read, saved] = [await t.board(), t.commits.at(-1)?.board]
    expect(read.calls).toEqual(saved?.calls)
    expect(read.offers).toEqual(saved?.offers)
    expect(read.operators).toEqual(saved?.operators)
    return answer
  }
  type Command = Extract<
    DeskEvent['type'],
    'callHeld' | 'callResumed' | 'consultCompleted' | 'consultMerged' | 'offerAnswered' | 'operatorHungUp'
  >
  const desk = async (operator: OperatorId) => ({
    offerId: await offerFor(operator),
    operatorId: operator,
    epoch: t.epochOfDesk(operator),
  })
  const say = async (operator: OperatorId, type: Command) => run({ type, ...(await desk(operator)) })
  const consult = async () => {
    await run({ type: 'consultStarted', ...(await desk(first)), to: second, note: 'Sai del bonus?' })
    await run({ type: 'consultRoomOpened', callId: call, offerId: await offerFor(second) })
    await say(second, 'offerAnswered')
  }
  const meetSecond = async () => {
    const offerId = await offerFor(second)
    const page = { callId: call, totemId: totem, epoch: t.epochOfTotem(totem), channels: ALL_CHANNELS }
    await run({ type: 'totemReceivesSecond', ...page, offerId })
    await run({ type: 'deskReceives', ...(await desk(second)), channels: ALL_CHANNELS })
  }
  const save = (operator: OperatorId, of: CallId) =>
    run(
      { type: 'wrapUpSaved', callId: of, operatorId: operator, epoch: t.epochOfDesk(operator) },
      { outcome: 'solved' },
    )
  return { t, first, second, totem, call, run, desk, say, consult, meetSecond, save }
}

it('[SW-152] a warm transfer is stored whole, and both operators write down how it went', async () => {
  const { t, first, second, totem, call, say, consult, meetSecond, save } = await inCall()
  await say(first, 'callHeld')
  await consult()
  await say(first, 'consultCompleted')
  await meetSecond()
  const board = await t.board()
  expect(board.operators.get(first)?.work.kind).toBe('wrap_up')
  expect(board.calls.get(call)).toMatchObject({ state: 'in_call', hold: null, second: null })
  await t.leave(totem, call)
  await save(first, call)
  expect(await save(second, call)).toMatchObject({ ok: true })
  const { rows } = await pool.query(
    'select operator_id from switchboard.outcomes where call_id = $1 order by 1',
    [call],
  )
  expect(rows.map(({ operator_id }) => operator_id)).toEqual([first, second])
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-153] [SW-160] three in a call and a listener are stored, and the holder may go', async () => {
  const { t, first, second, totem, call, run, say, consult, meetSecond } = await inCall()
  await consult()
  await say(first, 'consultMerged')
  await meetSecond()
  const supervisorId = operatorId('sofia')
  await run({ type: 'listeningStarted', callId: call, supervisorId, displayName: 'Sofia' })
  expect((await t.board()).calls.get(call)).toMatchObject({ supervision: { as: 'listening' } })
  expect(await auditBody(pool, t.bodyId)).toEqual([])
  await say(first, 'operatorHungUp')
  const held = (await t.board()).calls.get(call)
  expect(held?.state === 'in_call' && (await t.board()).offers.get(held.offerId)).toMatchObject({
    operatorId: second,
    role: 'primary',
  })
  await t.leave(totem, call)
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-145] a cold transfer keeps its note and waits for its target', async () => {
  const { t, first, second, call, run, desk } = await inCall()
  const to = { kind: 'operator', operatorId: second } as const
  await run({ type: 'callTransferred', ...(await desk(first)), to, note: 'ISEE già visto' })
  expect((await t.board()).calls.get(call)).toMatchObject({
    state: 'offered',
    handover: { from: first, note: 'ISEE già visto' },
    preferred: { operatorId: second },
  })
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})

it('[SW-212] a call sent to an office is stored as that', async () => {
  const { t, first, second, call, run, desk } = await inCall()
  const office = officeId('office-urp')
  const to = { kind: 'office', officeId: office } as const
  await run({ type: 'callTransferred', ...(await desk(first)), to, note: '' })
  const board = await t.board()
  expect(board.calls.get(call)).toMatchObject({ state: 'offered', preferred: { officeId: office } })
  expect(board.operators.get(second)?.work.kind).toBe('engaged')
  expect(await auditBody(pool, t.bodyId)).toEqual([])
})
