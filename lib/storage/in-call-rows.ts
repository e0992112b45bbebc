import * as z from 'zod'
import type { RoomState } from '../switchboard/board.ts'
import { GUEST_KINDS, type Guest } from '../switchboard/guests.ts'
import type { Hold } from '../switchboard/hold.ts'
import { epochMs, guestId, offerId, officeId, operatorId } from '../switchboard/ids.ts'
import type { Preference } from '../switchboard/preference.ts'
import type { Second } from '../switchboard/second.ts'
import type { PageRef, Stage } from '../switchboard/stage.ts'
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

const guestBase = {
  id: z.string().transform(guestId),
  as: z.enum(GUEST_KINDS),
  name: z.string(),
  inviteHash: z.string(),
}

export const storedGuests: z.ZodType<readonly Guest[]> = z.array(
  z.discriminatedUnion('state', [
    z.strictObject({ ...guestBase, state: z.literal('invited'), expiresAt: instant }),
    z.strictObject({
      ...guestBase,
      state: z.literal('at_door'),
      visitHash: z.string(),
      leaseEndsAt: instant,
    }),
    z.strictObject({
      ...guestBase,
      state: z.literal('admitted'),
      visitHash: z.string(),
      admittedAt: instant,
      leaseEndsAt: instant,
    }),
    z.strictObject({
      ...guestBase,
      state: z.literal('over'),
      visitHash: z.string().nullable(),
      outcome: z.enum(['withdrawn', 'expired', 'refused', 'removed', 'left', 'call_over']),
    }),
  ]),
)

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
    note: z.string().default(''),
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

export const storedPreferred: z.ZodType<Preference> = z.union([
  z.strictObject({ operatorId: operator, until: instant }),
  z.strictObject({ officeId: z.string().transform(officeId), until: instant }),
])

const page: z.ZodType<PageRef> = z.strictObject({
  kind: z.enum(['sheet', 'form', 'checklist', 'office']),
  slug: z.string(),
})

export const storedStage: z.ZodType<Stage> = z.strictObject({
  shown: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['sheet', 'form']), slug: z.string(), part: z.string().nullable() }),
      z.strictObject({ kind: z.enum(['checklist', 'office']), slug: z.string() }),
      z.strictObject({ kind: z.literal('qr'), page }),
      z.strictObject({ kind: z.literal('screen'), offerId: offer }),
    ])
    .nullable(),
  ticks: z.array(z.strictObject({ slug: z.string(), item: z.int() })),
})
