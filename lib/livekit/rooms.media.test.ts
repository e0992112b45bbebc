import { randomUUID } from 'node:crypto'
import { RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, describe, expect, it } from 'vitest'
import { env } from '../config/env.ts'
import { severableWire } from '../storage/severable-wire.ts'
import { type CallId, callId, offerId } from '../switchboard/ids.ts'
import { createTrial, type Trial } from '../switchboard/shell/trial.ts'
import { consultRoomName, deskIdentity, roomName, totemIdentity } from '../switchboard/views.ts'
import { createTicketOffice } from './join-token.ts'
import { MediaServerError } from './media-server-error.ts'
import { type Reconciliation, startReconciliation } from './reconciliation.ts'
import { createRooms, type Rooms } from './rooms.ts'

const { livekit } = env()
const rooms = createRooms({ ...livekit, installation: 'this' })
const others = createRooms({ ...livekit, installation: 'another' })
const service = new RoomServiceClient(livekit.url, livekit.apiKey, livekit.apiSecret)
const ticketFor = createTicketOffice(livekit)
const sockets: WebSocket[] = []
afterAll(() => {
  for (const socket of sockets) socket.close()
})

const newCall = () => callId(randomUUID())

/** Enters a room as far as signalling goes, which is enough to be in it. */
const enter = (call: CallId, identity: string): Promise<WebSocket> => enterRoom(roomName(call), identity)

async function enterRoom(room: string, identity: string): Promise<WebSocket> {
  const { token } = await ticketFor('totem', room, identity)
  const socket = new WebSocket(
    `${livekit.publicUrl}/rtc?access_token=${token}&protocol=15&sdk=js&version=2.0.0`,
  )
  sockets.push(socket)
  await new Promise((resolve, reject) => {
    socket.onmessage = resolve
    socket.onerror = reject
    socket.onclose = reject
  })
  return socket
}

/** A stranger enters and is removed: whatever was hinted at before has been looked at. */
async function strangerComesAndGoes(call: CallId, reconciliation: Reconciliation): Promise<void> {
  const socket = await enter(call, `stranger-${randomUUID()}`)
  const closed = new Promise((resolve) => {
    socket.onclose = resolve
  })
  reconciliation.hint({ callId: call, left: null })
  await closed
}

const isOpen = async (call: CallId) => (await rooms.whoIsIn(call)) !== null

describe('rooms', () => {
  it('open with room for few, may be opened twice, and close for good', async () => {
    const call = newCall()
    await rooms.openRoom(call)
    await rooms.openRoom(call)
    const [room] = await service.listRooms([roomName(call)])
    expect(room).toMatchObject({ maxParticipants: 8 })
    await rooms.closeRoom(call)
    await expect.poll(() => isOpen(call)).toBe(false)
    await rooms.closeRoom(call)
    await rooms.removeParticipant(call, 'nobody')
  })

  it('are entered with our tickets only, and only while they are open', async () => {
    const call = newCall()
    const validate = async (token: string) =>
      (await fetch(`${livekit.url}/rtc/validate?access_token=${token}`)).status
    const { token } = await ticketFor('totem', roomName(call), totemIdentity(call))
    // Nothing is created by joining.
    expect(await validate(token)).toBe(404)
    await rooms.openRoom(call)
    expect(await validate(token)).toBe(200)
    const forged = createTicketOffice({ ...livekit, apiSecret: 'x'.repeat(40) })
    expect(await validate((await forged('totem', roomName(call), 'x')).token)).toBe(401)
    await rooms.closeRoom(call)
  })

  it('are told apart from those of another installation', async () => {
    const [ours, theirs] = [newCall(), newCall()]
    await rooms.openRoom(ours)
    await others.openRoom(theirs)
    const own = await rooms.ownRooms()
    expect(own.has(roomName(ours))).toBe(true)
    expect(own.has(roomName(theirs))).toBe(false)
    await Promise.all([rooms.closeRoom(ours), others.closeRoom(theirs)])
  })

  it('that cannot be asked for are a fault of the media server', async () => {
    const away = createRooms({ ...livekit, url: 'http://127.0.0.1:9', installation: 'this' })
    await expect(away.openRoom(newCall())).rejects.toThrow(MediaServerError)
    await expect(away.whoIsIn(newCall())).rejects.toThrow(MediaServerError)
  })
})

describe('reconciliation', () => {
  const reconcile = ({ pool, run, boards }: Trial, asked: Rooms) =>
    startReconciliation({ pool, rooms: asked, run, readBoard: (bodyId) => boards.load(pool, bodyId) })

  async function answeredCall(asked: Rooms = rooms) {
    const t = await createTrial({ operators: 2 })
    const [operator, totem] = [t.operators[0], t.totems[0]]
    if (!operator || !totem) throw new Error('empty trial')
    await t.onDuty(operator)
    const call = await t.call(totem)
    await rooms.openRoom(call)
    await t.run({ bodyId: t.bodyId, event: { type: 'roomOpened', callId: call }, repeatable: null })
    const offer = [...(await t.board()).offers.values()][0]
    if (!offer) throw new Error('nothing rings')
    const desk = await enter(call, deskIdentity(offer.id))
    const visitor = await enter(call, totemIdentity(call))
    await t.answer(operator, offer.id)
    await t.connect(totem, operator, call, offer.id)
    const reconciliation = reconcile(t, asked)
    const stateOf = async () => (await t.board()).calls.get(call)
    return { t, operator, call, offer, desk, visitor, reconciliation, stateOf }
  }

  it('removes whoever the board does not name and leaves both ends alone', async () => {
    const { call, offer, reconciliation, stateOf } = await answeredCall()
    await strangerComesAndGoes(call, reconciliation)
    const both = new Set([totemIdentity(call), deskIdentity(offer.id)])
    await expect.poll(() => rooms.whoIsIn(call)).toEqual(both)
    expect(await stateOf()).toMatchObject({ state: 'in_call', lost: { totem: null, desk: null } })
    reconciliation.stop()
  })

  it('sees an end go and come back', async () => {
    const { call, visitor, reconciliation, stateOf } = await answeredCall()
    await rooms.removeParticipant(call, totemIdentity(call))
    visitor.close()
    reconciliation.hint({ callId: call, left: totemIdentity(call) })
    await expect.poll(stateOf).toMatchObject({ lost: { totem: expect.any(Number), desk: null } })
    await enter(call, totemIdentity(call))
    await strangerComesAndGoes(call, reconciliation)
    await expect.poll(stateOf).toMatchObject({ lost: { totem: null, desk: null } })
    reconciliation.stop()
  })

  it('does not believe a hint that the room contradicts', async () => {
    const { call, offer, reconciliation, stateOf, t } = await answeredCall()
    const before = t.commits.length
    reconciliation.hint({ callId: call, left: deskIdentity(offer.id) })
    await strangerComesAndGoes(call, reconciliation)
    expect(await stateOf()).toMatchObject({ lost: { totem: null, desk: null } })
    expect(t.commits.length).toBe(before)
    reconciliation.stop()
  })

  it('looks again before it says that an end is gone: it may have joined in between', async () => {
    let readings = 0
    const late: Rooms = {
      ...rooms,
      whoIsIn: async (call) => (readings++ === 0 ? new Set() : rooms.whoIsIn(call)),
    }
    const { call, reconciliation, stateOf, t } = await answeredCall(late)
    const before = t.commits.length
    reconciliation.hint({ callId: call, left: null })
    await strangerComesAndGoes(call, reconciliation)
    expect(await stateOf()).toMatchObject({ lost: { totem: null, desk: null } })
    expect(t.commits.length).toBe(before)
    expect(readings).toBeGreaterThan(1)
    reconciliation.stop()
  })

  it('[SW-406] opens a room again that the media server has lost, and both ends may come back', async () => {
    const { call, offer, reconciliation, stateOf } = await answeredCall()
    await service.deleteRoom(roomName(call))
    await expect.poll(() => isOpen(call)).toBe(false)
    reconciliation.hint({ callId: call, left: null })
    await expect.poll(() => isOpen(call)).toBe(true)
    await expect.poll(stateOf).toMatchObject({ state: 'in_call', media: { kind: 'open' } })
    await enter(call, totemIdentity(call))
    await enter(call, deskIdentity(offer.id))
    await strangerComesAndGoes(call, reconciliation)
    await expect.poll(stateOf).toMatchObject({ state: 'in_call', lost: { totem: null, desk: null } })
    reconciliation.stop()
  })

  it('[SW-405] takes a media server that it cannot reach for away, until an instance that can looks', async () => {
    const unreachable = createRooms({ ...livekit, url: 'http://127.0.0.1:9', installation: 'this' })
    const { t, reconciliation: cutOff, stateOf } = await answeredCall(unreachable)
    const mediaOf = async () => (await stateOf())?.media.kind
    await expect.poll(mediaOf, { timeout: 12_000 }).toBe('away')
    const other = reconcile(t, rooms)
    await expect.poll(mediaOf, { timeout: 12_000 }).toBe('open')
    expect(await stateOf()).toMatchObject({ state: 'in_call', lost: { totem: null, desk: null } })
    cutOff.stop()
    other.stop()
  })

  /** In call, and both in the room; the application asks for it by a wire that can be cut. */
  async function talkingBesideWire() {
    const { hostname, port } = new URL(livekit.url)
    const wire = await severableWire({ host: hostname, port: Number(port) })
    const byWire = createRooms({ ...livekit, url: `http://127.0.0.1:${wire.port}`, installation: 'this' })
    const inCall = await answeredCall(byWire)
    const { t, operator, call, offer, stateOf, reconciliation } = inCall
    const [totem] = t.totems
    if (!totem) throw new Error('empty trial')
    const run = (event: Parameters<typeof t.run>[0]['event']) =>
      t.run({ bodyId: t.bodyId, event, repeatable: null })
    const here = { totemId: totem, epoch: t.epochOfTotem(totem) }
    const there = { operatorId: operator, epoch: t.epochOfDesk(operator) }
    await wire.sever()
    await expect.poll(stateOf, { timeout: 12_000 }).toMatchObject({ media: { kind: 'away' } })
    return {
      ...inCall,
      wire,
      totem,
      /** Both pages live, and those who are in the room say so. */
      async passing(ms: number) {
        for (let left = ms; left > 0; left -= 10_000) {
          await t.wait(10_000)
          await run({ type: 'totemReturned', ...here })
          await run({ type: 'deskReturned', ...there })
          await run({ type: 'totemJoined', callId: call, ...here })
          await run({ type: 'deskJoined', offerId: offer.id, ...there })
        }
      },
      stop: async () => {
        reconciliation.stop()
        await wire.close()
      },
    }
  }

  it('[SW-409] [SW-406] goes on looking after the room of a talk that only the application was cut off from', async () => {
    const { call, offer, wire, passing, stateOf, stop } = await talkingBesideWire()
    const stranger = await enter(call, 'stranger')
    const removed = new Promise((resolve) => {
      stranger.onclose = resolve
    })
    await passing(180_000)
    expect(await stateOf()).toMatchObject({ state: 'in_call', media: { kind: 'away' } })
    expect(await rooms.whoIsIn(call)).toContain('stranger')
    await wire.mend()
    await removed
    await expect.poll(stateOf, { timeout: 12_000 }).toMatchObject({
      state: 'in_call',
      media: { kind: 'open' },
      lost: { totem: null, desk: null },
    })
    expect(await rooms.whoIsIn(call)).toEqual(new Set([totemIdentity(call), deskIdentity(offer.id)]))
    await stop()
  })

  it('[SW-409] closes the room of a talk that was hung up meanwhile', async () => {
    const { t, call, totem, wire, passing, stateOf, stop } = await talkingBesideWire()
    await passing(90_000)
    await t.leave(totem, call)
    expect(await stateOf()).toMatchObject({ state: 'over', outcome: { kind: 'ended', by: 'totem' } })
    expect(await isOpen(call)).toBe(true)
    await wire.mend()
    await expect.poll(() => isOpen(call), { timeout: 12_000 }).toBe(false)
    await stop()
  })

  it('[SW-405] says of one room alone that it is away when only that cannot be asked for', async () => {
    const { call, reconciliation, stateOf } = await answeredCall({
      ...rooms,
      whoIsIn: () => Promise.reject(new MediaServerError('list the room', 'its node is gone')),
    })
    reconciliation.hint({ callId: call, left: null })
    await expect.poll(stateOf).toMatchObject({ state: 'in_call', media: { kind: 'away' } })
    reconciliation.stop()
  })

  it('closes rooms of calls that are no more, but not those of another installation', async () => {
    const { call, reconciliation } = await answeredCall()
    const [orphan, foreign] = [newCall(), newCall()]
    await rooms.openRoom(orphan)
    await others.openRoom(foreign)
    await expect.poll(() => isOpen(orphan), { timeout: 12_000 }).toBe(false)
    expect(await isOpen(foreign)).toBe(true)
    expect(await isOpen(call)).toBe(true)
    reconciliation.stop()
    await others.closeRoom(foreign)
  })

  it('keeps the room of a consult to its two, and closes one that no call has any more', async () => {
    const { t, operator, call, offer, reconciliation } = await answeredCall()
    const colleague = t.operators[1]
    if (!colleague) throw new Error('nobody to ask')
    await t.onDuty(colleague)
    const asking = { offerId: offer.id, operatorId: operator, epoch: t.epochOfDesk(operator) }
    await t.run({
      bodyId: t.bodyId,
      event: { type: 'consultStarted', ...asking, to: colleague, note: '' },
      repeatable: null,
    })
    const [asked, orphan] = [offerId(`${call}.2`), offerId(`${newCall()}.1`)]
    await rooms.openConsultRoom(asked)
    await rooms.openConsultRoom(orphan)
    const opened = { type: 'consultRoomOpened', callId: call, offerId: asked } as const
    await t.run({ bodyId: t.bodyId, event: opened, repeatable: null })
    await enterRoom(consultRoomName(asked), deskIdentity(offer.id))
    await enterRoom(consultRoomName(asked), 'stranger')
    const inside = () => rooms.whoIsInRoomNamed(consultRoomName(asked))
    await expect.poll(inside, { timeout: 12_000 }).toEqual(new Set([deskIdentity(offer.id)]))
    await expect.poll(() => rooms.whoIsInRoomNamed(consultRoomName(orphan)), { timeout: 12_000 }).toBeNull()
    reconciliation.stop()
    await rooms.closeConsultRoom(asked)
    await expect.poll(inside).toBeNull()
  })
})
