import { expect, it } from 'vitest'
import { type Board, emptyBoard, type InCall, NOTHING_ELSE, type Operator } from '../switchboard/board.ts'
import {
  bodyId,
  callId,
  epochMs,
  offerId,
  operatorId,
  pageEpoch,
  serviceSlug,
  totemId,
} from '../switchboard/ids.ts'
import { NOTHING_CHANGED } from '../switchboard/needs.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { boardDifference, isEmpty } from './board-difference.ts'

const nothing = emptyBoard({
  bodyId: bodyId('body'),
  bodyName: '',
  phone: '',
  listeningAllowed: false,
  rules: DEFAULT_RULES,
  operators: new Map(),
  services: new Map(),
  totems: new Map(),
  offices: new Map(),
  closures: [],
})

const anna: Operator = {
  id: operatorId('anna'),
  intent: 'available',
  intentBy: operatorId('anna'),
  breakReason: null,
  desk: { epoch: pageEpoch(3), presence: 'here', leaseEndsAt: epochMs(20_000) },
  devices: { kind: 'unchecked' },
  work: { kind: 'idle' },
  readyAt: epochMs(0),
  idleSince: epochMs(0),
}

const call: InCall = {
  id: callId('c'),
  totemId: totemId('t'),
  service: serviceSlug('urp'),
  needs: { skills: [], language: null, mode: 'spoken' },
  channels: { sound: true, picture: true, text: true },
  priority: 0,
  enqueuedAt: epochMs(1_000),
  waitingSince: epochMs(1_000),
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
  state: 'in_call',
  offerId: offerId('c.1'),
  connectedAt: epochMs(2_000),
  mustJoin: [],
  deadline: epochMs(32_000),
  lost: { totem: null, desk: null },
  ...NOTHING_ELSE,
}

const withOperator = (operator: Operator): Board => ({
  ...nothing,
  operators: new Map([[operator.id, operator]]),
})
const withCall = (changed: InCall): Board => ({ ...nothing, calls: new Map([[changed.id, changed]]) })

it('is empty when every value is still the same object', () => {
  const board = { ...withOperator(anna), calls: withCall(call).calls }
  expect(isEmpty(boardDifference(board, { ...board, operators: new Map(board.operators) }))).toBe(true)
})

it('guards a changed operator by what was read and leaves a lease alone that did not move', () => {
  const changed: Operator = { ...anna, intent: 'on_break' }
  expect(boardDifference(withOperator(anna), withOperator(changed)).operators).toMatchObject([
    { id: 'anna', was: 'idle', was_epoch: 3, intent: 'on_break', lease_ends_at: null },
  ])
})

it('writes a lease that the transition moved', () => {
  const changed: Operator = { ...anna, desk: { ...anna.desk, leaseEndsAt: epochMs(10_000) } }
  expect(boardDifference(withOperator(anna), withOperator(changed)).operators).toMatchObject([
    { lease_ends_at: 10_000 },
  ])
})

it('writes everything of what is new', () => {
  expect(boardDifference(nothing, withOperator(anna)).operators).toMatchObject([
    { was: null, was_epoch: null, lease_ends_at: 20_000 },
  ])
})

it('keeps the deadline that beats move, unless the transition moved it', () => {
  const lost: InCall = { ...call, lost: { totem: epochMs(40_000), desk: null } }
  const extended: InCall = { ...call, deadline: epochMs(60_000) }
  expect(boardDifference(withCall(call), withCall(lost)).calls).toMatchObject([
    { keeps_deadline: true, lost_totem_until: 40_000 },
  ])
  expect(boardDifference(withCall(call), withCall(extended)).calls).toMatchObject([
    { keeps_deadline: false, deadline: 60_000 },
  ])
})

it('writes until when a room may be away, and who has said to be in it', () => {
  const heard = { totem: epochMs(30_000), desk: null }
  const away: InCall = { ...call, media: { kind: 'away', deadline: epochMs(90_000), heard } }
  expect(boardDifference(withCall(call), withCall(away)).calls).toMatchObject([
    { media: 'away', media_deadline: 90_000, heard_totem_at: 30_000, heard_desk_at: null },
  ])
})

it('writes a single word where nothing of a call has changed but what its visitor is told', () => {
  const shown = { fromMin: 3, toMin: 5, longer: false, until: epochMs(300_000) }
  const told: InCall = { ...call, shown }
  expect(boardDifference(withCall(call), withCall(told))).toMatchObject({
    calls: [],
    told: [{ id: 'c', was: 'in_call', shown }],
  })
  const more: InCall = { ...told, priority: 1 }
  expect(boardDifference(withCall(call), withCall(more))).toMatchObject({
    calls: [{ id: 'c', priority: 1, shown }],
    told: [],
  })
})

it('takes what was forgotten off the board without deleting it', () => {
  expect(boardDifference(withCall(call), nothing).calls).toMatchObject([
    { id: 'c', was: 'in_call', state: 'in_call', on_board: false },
  ])
})
