import { afterAll, expect, it } from 'vitest'
import { env } from '../../config/env.ts'
import { auditBody } from '../../storage/audit/audit.ts'
import { createPool } from '../../storage/pool.ts'
import type { BoardEvent } from '../events.ts'
import { createTrial } from './trial.ts'

const pool = createPool(env().databaseUrl, 10)
afterAll(() => pool.end())

/** A call in call, whose room nobody can look into any more. */
async function away() {
  const t = await createTrial({ pool })
  const [operator, totem] = [t.operators[0], t.totems[0]]
  if (!operator || !totem) throw new Error('empty trial')
  const run = (event: BoardEvent) => t.run({ bodyId: t.bodyId, event, repeatable: null })
  await t.onDuty(operator)
  const call = await t.call(totem)
  await run({ type: 'roomOpened', callId: call })
  const [offer] = (await t.board()).offers.values()
  if (!offer) throw new Error('nothing rings')
  await t.answer(operator, offer.id)
  await t.connect(totem, operator, call, offer.id)
  await run({ type: 'roomLost', callId: call })
  const here = { totemId: totem, epoch: t.epochOfTotem(totem) }
  const there = { operatorId: operator, epoch: t.epochOfDesk(operator) }
  return {
    t,
    run,
    call,
    offer,
    here,
    there,
    callNow: async () => (await t.board()).calls.get(call),
    /** Both pages live on. */
    async passing(ms: number, sayThere = async () => {}) {
      for (let left = ms; left > 0; left -= 10_000) {
        await t.wait(10_000)
        await run({ type: 'totemReturned', ...here })
        await run({ type: 'deskReturned', ...there })
        await sayThere()
      }
    },
  }
}

it('[SW-409] what the ends of a call say of its room is kept for every instance, until the room is seen again', async () => {
  const { t, run, call, offer, here, there, callNow, passing } = await away()
  const totem = () => run({ type: 'totemJoined', callId: call, ...here })
  const desk = () => run({ type: 'deskJoined', offerId: offer.id, ...there })
  await totem()
  expect(await callNow()).toMatchObject({ media: { heard: { totem: expect.any(Number), desk: null } } })
  await passing(120_000, async () => {
    await totem()
    await desk()
  })
  const kept = await callNow()
  expect(kept).toMatchObject({
    state: 'in_call',
    media: { kind: 'away', heard: { totem: expect.any(Number), desk: expect.any(Number) } },
  })
  expect(t.commits.at(-1)?.board.calls.get(call)?.media).toEqual(kept?.media)
  expect(await auditBody(pool, t.bodyId)).toEqual([])
  await run({ type: 'roomOpened', callId: call })
  await run({ type: 'roomLost', callId: call })
  expect(await callNow()).toMatchObject({ media: { kind: 'away', heard: { totem: null, desk: null } } })
})

it('[SW-409] [SW-407] one whose totem alone says so is closed after a minute', async () => {
  const { run, call, here, callNow, passing } = await away()
  const totem = async () => void (await run({ type: 'totemJoined', callId: call, ...here }))
  await passing(50_000, totem)
  expect(await callNow()).toMatchObject({ state: 'in_call' })
  await passing(10_000, totem)
  expect(await callNow()).toMatchObject({ state: 'over', outcome: { kind: 'closed', why: 'media_away' } })
})
