import * as z from 'zod'
import { LOCALES } from '../../i18n/locale.ts'
import { BREAK_REASONS, type BreakReason, type Intent } from '../board.ts'
import { GUEST_KINDS } from '../guests.ts'
import { callId, epochMs, guestId, offerId, officeId, operatorId, pageEpoch, serviceSlug } from '../ids.ts'

/** What pages send: parsed here, branded here, trusted from here on. */
const epoch = z.int().nonnegative().transform(pageEpoch)
const channels = z.object({ sound: z.boolean(), picture: z.boolean(), text: z.boolean() })

export const NoInput = z.object({})
export const PageInput = z.object({ epoch })
export const ChannelsInput = z.object({ epoch, channels })
export const DevicesInput = z.object({ epoch, channels: channels.nullable() })
const intent = z.enum(['available', 'on_break', 'off_duty'])
const wish = { intent, reason: z.enum(BREAK_REASONS).exactOptional() }
const onlyABreakHasAReason = (asked: { intent: Intent; reason?: BreakReason }) =>
  asked.intent === 'on_break' || asked.reason === undefined
export const IntentInput = z.object({ epoch, ...wish }).refine(onlyABreakHasAReason)
/** From a supervisor, who has no page with an epoch: `expected` is the intent that they saw. */
export const OverruleInput = z.object({ expected: intent, ...wish }).refine(onlyABreakHasAReason)
export const DeskInput = z.object({ previousEpoch: epoch.nullable(), takeOver: z.boolean() })

const service = z.string().min(1).max(100).transform(serviceSlug)
const needs = z.object({
  skills: z.array(z.string().min(1).max(60)).max(20),
  language: z.string().min(2).max(35).nullable(),
  mode: z.enum(['spoken', 'lis', 'text']),
})

export const CallInput = z.object({ epoch, service, needs, channels })

const instant = z.int().nonnegative().transform(epochMs)
/** As the visitor wrote it: what is wrong with it they are told by the core's refusal. */
export const NumberInput = z.object({
  epoch,
  phone: z.string().max(200),
  reason: z.string().max(2_000),
  window: z.object({ from: instant, until: instant }).nullable(),
})
export const CallbackInput = NumberInput.extend({ service, needs })
export const WindowsQuery = z.object({ service })
export const DialledInput = z.object({
  epoch,
  outcome: z.enum(['reached', 'no_answer', 'busy', 'wrong_number']),
})

export const OutcomeInput = z.object({
  epoch,
  outcome: z.enum(['solved', 'sent_to_office', 'follow_up', 'appointment']),
  category: z.string().max(100).nullable(),
  note: z.string().max(500),
})

const staffId = z.string().min(1).max(60).transform(operatorId)
/** Read by the colleague only. */
const note = z.string().max(500)

export const ConsultInput = z.object({ epoch, to: staffId, note })
export const TransferInput = z.object({
  epoch,
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('service'), service: z.string().min(1).max(100).transform(serviceSlug) }),
    z.object({ kind: z.literal('operator'), operatorId: staffId }),
    z.object({ kind: z.literal('office'), officeId: z.string().min(1).max(60).transform(officeId) }),
  ]),
  note,
})

/** As `slugField` has it. */
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const pageKind = z.enum(['sheet', 'form', 'checklist', 'office'])
/** As `StagePage` names its parts. */
const part = z
  .string()
  .max(40)
  .regex(/^[a-zA-Z]+(?:\.\d{1,3}){0,2}$/)
const page = z.strictObject({ kind: pageKind, slug })

export const StageInput = z.object({
  epoch,
  showing: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['sheet', 'form']), slug, part: part.nullable() }),
      z.strictObject({ kind: z.enum(['checklist', 'office']), slug }),
      z.strictObject({ kind: z.literal('qr'), page }),
      z.strictObject({ kind: z.literal('screen') }),
    ])
    .nullable(),
})
export const TickInput = z.object({ epoch, slug, item: z.int().min(0).max(999), isTicked: z.boolean() })
const locale = z.enum(LOCALES)
export const StagePageQuery = z.object({ kind: pageKind, slug, locale })
export const HandoutInput = z.object({ epoch, page, locale })
export const StageChoicesQuery = z.object({ locale })

/** `name`: told to everybody in the call. Control characters and marks that turn text around are nobody's name. */
export const InviteInput = z.object({
  epoch,
  as: z.enum(GUEST_KINDS),
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^\p{C}]*$/u),
})
/** 256 bits as base64url. */
const invite = z.string().regex(/^[\w-]{43}$/)
export const ArrivalInput = z.object({ invite })
export const InviteParams = z.object({ invite })

/** Parts of an address. */
export const OperatorParams = z.object({ operatorId: z.uuid().toLowerCase().transform(operatorId) })
export const CallParams = z.object({ callId: z.uuid().toLowerCase().transform(callId) })
const offer = z
  .string()
  .max(60)
  .regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.[1-9]\d*$/)
  .transform(offerId)
export const OfferParams = z.object({ offerId: offer })
export const OfferGuestParams = OfferParams.extend({
  guestId: z
    .string()
    .regex(/^[\w-]{22}$/)
    .transform(guestId),
})
export const CallOfferParams = CallParams.extend({ offerId: offer })
/** Query parameters are text. */
export const StreamQuery = z.object({ epoch: z.coerce.number().pipe(epoch) })
