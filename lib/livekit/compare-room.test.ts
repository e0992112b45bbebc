import { describe, expect, it } from 'vitest'
import { type Call, type CallState, type InCall, NOTHING_ELSE } from '../switchboard/board.ts'
import { callId, epochMs, offerId, operatorId, serviceSlug, totemId } from '../switchboard/ids.ts'
import { NOTHING_CHANGED } from '../switchboard/needs.ts'
import { compareRoom, consultRoomOf } from './compare-room.ts'

const id = callId('c')
const all = { sound: true, picture: true, text: true }
const callIn = (state: CallState): Call => ({
  id,
  totemId: totemId('t'),
  service: serviceSlug('urp'),
  needs: { skills: [], language: null, mode: 'spoken' },
  channels: all,
  priority: 0,
  enqueuedAt: epochMs(0),
  waitingSince: epochMs(0),
  shown: null,
  media: { kind: 'open' },
  callback: null,
  attempts: 1,
  exclusions: [],
  mediaFailures: 0,
  handover: null,
  preferred: null,
  stage: null,
  guests: [],
  wait: {
    servedUntil: null,
    overflow: NOTHING_CHANGED,
    stillHere: { kind: 'quiet', askAt: null },
  },
  ...state,
})

const later = epochMs(60_000)
const here = { totem: null, desk: null }
const waiting = callIn({ state: 'waiting', because: 'placed', deadline: later })
const ringing = callIn({ state: 'offered', offerId: offerId('c.1'), deadline: later })
const connecting = (lost = here) =>
  callIn({
    state: 'connecting',
    offerId: offerId('c.1'),
    deadline: later,
    received: { totem: all, desk: all },
    lost,
    mustJoin: [],
  })
const inCall = (lost: { totem: typeof later | null; desk: typeof later | null } = here): InCall => ({
  ...waiting,
  state: 'in_call',
  offerId: offerId('c.1'),
  connectedAt: epochMs(0),
  deadline: later,
  lost,
  mustJoin: [],
  ...NOTHING_ELSE,
})

const nobody = new Set<string>()
const both = new Set(['t-c', 'o-c.1'])
const agreed = { strangers: [], back: [], missing: [], second: null }

describe('strangers', () => {
  it('are those that the board does not name', () => {
    expect(compareRoom(waiting, new Set(['t-c', 'o-c.1', 'x']), nobody).strangers).toEqual(['o-c.1', 'x'])
    expect(compareRoom(ringing, new Set(['t-c', 'o-c.1', 'x']), nobody).strangers).toEqual(['x'])
    expect(compareRoom(inCall(), new Set(['t-d', 'o-c.2', ...both]), nobody).strangers).toEqual([
      't-d',
      'o-c.2',
    ])
  })
})

describe('others whom the board names', () => {
  const at = { since: epochMs(5), lost: null, mustJoin: false }
  const beside = (lost: typeof later | null = null): InCall => ({
    ...inCall(),
    second: { stage: 'beside', offerId: offerId('c.2'), ...at, lost },
  })
  const consulting: InCall = {
    ...inCall(),
    second: {
      stage: 'consulting',
      offerId: offerId('c.2'),
      room: { kind: 'open' },
      note: '',
      endsAt: later,
      lost: null,
      mustJoin: false,
    },
  }
  const supervised: InCall = {
    ...inCall(),
    supervision: {
      supervisorId: operatorId('s'),
      displayName: 'Sofia',
      as: 'listening',
      since: epochMs(5),
      leaseEndsAt: later,
    },
  }

  it('are a second with the visitor and a supervisor, by the identity of this very visit', () => {
    expect(compareRoom(beside(), new Set([...both, 'o-c.2']), nobody)).toEqual(agreed)
    expect(compareRoom(supervised, new Set([...both, 'l-c.5', 'l-c.4', 's-c.5']), nobody).strangers).toEqual([
      'l-c.4',
      's-c.5',
    ])
  })

  it('are not those who only consult: they have a room of their own', () => {
    expect(compareRoom(consulting, new Set([...both, 'o-c.2']), nobody).strangers).toEqual(['o-c.2'])
    expect(consultRoomOf(consulting)).toEqual({
      name: 'consult-c.2',
      isOpen: true,
      members: ['o-c.1', 'o-c.2'],
    })
    expect(consultRoomOf(beside())).toBeNull()
  })

  it('are missed and found again', () => {
    expect(compareRoom(beside(), both, nobody).second).toEqual({ offerId: 'c.2', is: 'missing' })
    expect(compareRoom(beside(later), new Set([...both, 'o-c.2']), nobody).second).toEqual({
      offerId: 'c.2',
      is: 'back',
    })
    expect(compareRoom(beside(later), both, nobody)).toEqual(agreed)
  })
})

describe('missing ends', () => {
  it('are nobody while the call waits or rings: they may not have come yet', () => {
    expect(compareRoom(waiting, nobody, new Set(['t-c']))).toEqual(agreed)
    expect(compareRoom(ringing, nobody, new Set(['t-c', 'o-c.1']))).toEqual(agreed)
  })

  it('are in a connecting call only those who are said to have left', () => {
    expect(compareRoom(connecting(), nobody, nobody)).toEqual(agreed)
    expect(compareRoom(connecting(), nobody, new Set(['o-c.1'])).missing).toEqual(['desk'])
    expect(compareRoom(connecting(), both, new Set(['o-c.1']))).toEqual(agreed)
  })

  it('are in a call whoever is not there and not yet known to be lost', () => {
    expect(compareRoom(inCall(), new Set(['t-c']), nobody).missing).toEqual(['desk'])
    expect(compareRoom(inCall({ totem: null, desk: later }), new Set(['t-c']), nobody)).toEqual(agreed)
  })
})

describe('ends that are back', () => {
  it('are in the room while the board has them as lost', () => {
    expect(compareRoom(inCall({ totem: later, desk: null }), both, nobody).back).toEqual(['totem'])
    expect(compareRoom(inCall(), both, nobody)).toEqual(agreed)
  })
})
