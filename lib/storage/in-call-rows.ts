import * as z from 'zod'
import type { RoomState } from '../switchboard/board.ts'
import type { Hold } from '../switchboard/hold.ts'
import { epochMs, offerId, operatorId } from '../switchboard/ids.ts'
import type { Second } from '../switchboard/second.ts'
import type { Supervision } from '../switchboard/supervision.ts'
import type { Handover } from '../switchboard/transfer.ts'

/**
 * What a call in hand carries beside its columns, as stored JSON. Parsed strictly: we wrote it ourselves,
 * so what does not fit is damage.
 */
const instant = z.int().transform(epochMs)
const offer = z.string().transform(offerId)
const operator = z.string().transform(operatorId)
const channels = z.strictObject({ sound: z.boolean(), picture: z.boolean(), text: z.boolean() })

const room: z.ZodType<RoomState> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening'), deadline: instant }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('failed') }),
])

export const storedHold: z.ZodType<Hold> = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('held'), since: instant, recallAt: instant, endsAt: instant }),
  z.strictObject({ stage: z.literal('recalled'), since: instant, endsAt: instant }),
  z.strictObject({ stage: z.literal('lapsed'), since: instant }),
])

export const storedSecond: z.ZodType<Second> = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('ringing'), offerId: offer, room, note: z.string() }),
  z.strictObject({
    stage: z.literal('consulting'),
    offerId: offer,
    room,
    note: z.string(),
    endsAt: instant,
    lost: instant.nullable(),
    mustJoin: z.boolean(),
  }),
  z.strictObject({
    stage: z.literal('joining'),
    offerId: offer,
    aim: z.enum(['take_over', 'stay']),
    deadline: instant,
    received: z.strictObject({ totem: channels, desk: channels }),
  }),
  z.strictObject({
    stage: z.literal('beside'),
    offerId: offer,
    since: instant,
    lost: instant.nullable(),
    mustJoin: z.boolean(),
  }),
])

export const storedSupervision: z.ZodType<Supervision> = z.strictObject({
  supervisorId: operator,
  displayName: z.string(),
  as: z.enum(['listening', 'third']),
  since: instant,
  leaseEndsAt: instant,
})

export const storedHandover: z.ZodType<Handover> = z.strictObject({
  from: operator,
  note: z.string(),
  at: instant,
})

export const storedPreferred = z.strictObject({ operatorId: operator, until: instant })
