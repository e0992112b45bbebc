import type { BodyId, EpochMs, OfficeId, OperatorId, ServiceSlug, TotemId } from './ids.ts'

/**
 * What the board knows of the registers: a projection written when a record is published, so that
 * routing never reads the content tables.
 */
export interface Settings {
  bodyId: BodyId
  bodyName: string
  /** Shown wherever a call cannot be placed; as people dial it. */
  phone: string
  /** Whether supervisors may listen to calls, announced to both ends. */
  listeningAllowed: boolean
  rules: Rules
  operators: ReadonlyMap<OperatorId, OperatorSettings>
  /** Where operators work, so that a call can be sent there. */
  offices: ReadonlyMap<OfficeId, OfficeSettings>
  services: ReadonlyMap<ServiceSlug, ServiceSettings>
  totems: ReadonlyMap<TotemId, TotemSettings>
  /** When the whole body is closed, in the time that `Opening` covers; in order. */
  closures: readonly Closure[]
}

/** The whole body is closed, except for services of offices that stay open. */
export interface Closure {
  closesAt: EpochMs
  opensAt: EpochMs
  /** Said to the public, such as "chiusura straordinaria"; may be empty. */
  reason: string
  exempt: ReadonlySet<ServiceSlug>
}

export interface OperatorSettings {
  id: OperatorId
  /** What the visitor sees: a first name, never the full one. */
  displayName: string
  /** The office that shows beside the name, such as "URP". */
  officeName: string
  /** Null: of no office. */
  officeId: OfficeId | null
  skills: readonly OperatorSkill[]
  /** Languages spoken, BCP 47. */
  languages: readonly string[]
  /** False once the account is closed: never rung again. */
  isActive: boolean
}

export interface OfficeSettings {
  id: OfficeId
  /** Short, as it shows beside an operator's name. */
  name: string
}

export interface ServiceSettings {
  slug: ServiceSlug
  title: string
  /** Skills an operator must have to be rung. Empty: anyone. */
  skillNeeds: readonly SkillNeed[]
  /** After this long of waiting the visitor's language no longer decides who is rung. Null: it always does. */
  languageRelaxAfterMs: number | null
  /** What happens to a call that nobody takes, in order. The body's own where the service has none. */
  overflow: readonly OverflowStep[]
  opening: Opening
}

/** `level` is 1–5; 3 where nobody has said. */
export interface OperatorSkill {
  skill: string
  level: number
}

export interface SkillNeed {
  skill: string
  /** 1–5. */
  minLevel: number
  /** A wish: dropped after this long of waiting. Null: required. */
  relaxAfterMs: number | null
}

/** Taken once the call has waited `afterMs`, or at once when nobody on duty could take it. */
export type OverflowStep = OverflowAction & { afterMs: number }

/** Each but the last only widens whom a call may ring, so that no step takes an operator away from it. */
export type OverflowAction =
  /** A wider group: the named skills are no longer asked for. */
  | { do: 'widen'; dropSkills: readonly string[] }
  /** Whoever could answer about `service` may, too. */
  | { do: 'ask'; service: ServiceSlug }
  /** Another office: whoever belongs to it may, too, whatever the service's needs. */
  | { do: 'ask_office'; officeId: OfficeId }
  | { do: 'offer_callback' }
  /** The call is over, with instructions. */
  | { do: 'end' }

export interface TotemSettings {
  id: TotemId
  slug: string
  /** "Totem di via Padova 149". */
  name: string
  /** Where it stands, for whoever is sent there; may be empty. */
  address: string
  /** Other totems, the nearest first, where somebody has listed them. */
  nearby: readonly TotemId[]
  opening: Opening
  inService: boolean
}

/**
 * When something may be called. The shell works the weekly hours, seasons and exceptions out into
 * instants before it hands the settings to the core; the core only compares.
 */
export type Opening =
  | { kind: 'always' }
  /** Nobody has entered hours: callable while someone is on duty, and said so. */
  | { kind: 'unknown' }
  /** Open within each interval, sorted, disjoint, covering at least the 39 days from now. */
  | { kind: 'hours'; intervals: readonly OpenInterval[] }

export interface OpenInterval {
  opensAt: EpochMs
  closesAt: EpochMs
}

/** Times and limits of one body. All in milliseconds unless the name says otherwise. */
export interface Rules {
  /** A desk rings this long before the offer expires. */
  ringMs: number
  /** From answer until both ends must have confirmed each other's channels. */
  connectMs: number
  /** How long an end that was lost in a call may take to come back. */
  rejoinGraceMs: number
  /** A live desk or totem page renews well within its lease. */
  deskLeaseMs: number
  totemLeaseMs: number
  /** What is left of a desk's lease once its stream has closed. */
  closedStreamLeaseMs: number
  /** After a decline the operator is not rung at all for this long. */
  declineBackOffMs: number
  /** After a decline the same operator is not rung for the same call for this long, unless they are the only one on duty who could take it. */
  pairExclusionMs: number
  /** From becoming available until the first ring: people hang up on instant calls. */
  readyGuardMs: number
  wrapUpMs: number
  wrapUpExtensionMs: number
  /** How many calls may wait in one body at once, beside those that ring. */
  queueLimit: number
  /** A call that nobody could take ends after this long. */
  maxWaitMs: number
  /** How long a finished call stays visible to its totem, where its visitor may still be rating it. */
  farewellMs: number
  /** A backstop: an `in_call` that neither end has confirmed for this long is over. */
  callBeatMs: number
  /** Room not open this long after the call was placed: the media server is away. */
  openRoomMs: number
  /** A call whose open room is away for longer than this is over. */
  roomAwayMs: number
  /** How long a call occupies an operator, ring to end of wrap-up, as long as the body's own calls have not taught better. */
  assumedHandleMs: number
  /** How long visitors wait on average before they give up, likewise. */
  assumedPatienceMs: number
  /** Answered at most this long after the enqueue is answered in time; for measures only. */
  serviceLevelMs: number
  /** Whoever leaves sooner than this had not waited, and is counted apart; for measures only. */
  shortAbandonMs: number
  /** A desk is reminded of a visitor who has been on hold this long. */
  holdRecallMs: number
  /** A hold ends by itself after this long. */
  holdLimitMs: number
  /** Two operators may consult this long while the visitor holds. */
  consultLimitMs: number
  /** How high a transferred call is raised at least. */
  transferPriority: number
  /** A call transferred to an operator waits this long for them before anyone else may be rung. */
  transferTargetMs: number
  /** A call transferred to an office waits this long for its people: about as long as one call, so that somebody there gets free. */
  transferOfficeMs: number
  /** A supervisor's page in a call renews well within this. */
  supervisionLeaseMs: number
  /** A link into a call can be used this long. */
  inviteMs: number
  /** A guest's page renews well within this; one that is not heard of for so long has left. */
  guestLeaseMs: number
  /** After a callback was dialled in vain it is not offered again for this long. */
  callbackRetryMs: number
  /** Dialled in vain this often, a callback is over. Not a time. */
  callbackAttempts: number
  /** A callback that nobody has made ends this long after it was due, and no earlier than the end of the next opening after that. */
  callbackExpiresMs: number
  /** A callback's number and reason are wiped this long after its end. */
  callbackRetentionMs: number
  /** What happened is kept call by call for this long, a day at least; afterwards as counts of each day. */
  logRetentionMs: number
  /** A day's opening hours are offered to whoever wants to be called later in parts of about this length. */
  callbackWindowMs: number
  /** How many callbacks of one totem may be open at once. Not a time. */
  callbacksPerTotem: number
  /** A language, a way of talking or a skill that is only wished for is dropped after this long of waiting. */
  skillsRelaxAfterMs: number
  /** A call waits this long for the operator it should rather go to. */
  preferredRelaxAfterMs: number
  /** One level of priority is worth this much waiting. 0: priority goes first, however long others wait. */
  priorityRisesEveryMs: number
  /** A waiting visitor is asked this often whether they are still there. 0: never. */
  stillHereAfterMs: number
  /** How long they have to answer. */
  stillHereAnswerMs: number
  /** A call that waits when the hours end is still served for this long. */
  closingGraceMs: number
}

/** Sources: ring, back-off, exclusion, guard, wrap-up and leases are our choice among those in use (see docs/architecture.md). */
export const DEFAULT_RULES: Rules = {
  ringMs: 20_000,
  connectMs: 15_000,
  rejoinGraceMs: 20_000,
  deskLeaseMs: 20_000,
  totemLeaseMs: 15_000,
  closedStreamLeaseMs: 10_000,
  declineBackOffMs: 15_000,
  pairExclusionMs: 60_000,
  readyGuardMs: 2_000,
  wrapUpMs: 60_000,
  wrapUpExtensionMs: 60_000,
  queueLimit: 20,
  maxWaitMs: 30 * 60_000,
  farewellMs: 5 * 60_000,
  callBeatMs: 30_000,
  openRoomMs: 10_000,
  // A media server that is restarted is back in seconds, and nobody waits for longer in silence (our choice).
  roomAwayMs: 60_000,
  assumedHandleMs: 5 * 60_000,
  assumedPatienceMs: 10 * 60_000,
  serviceLevelMs: 30_000,
  shortAbandonMs: 10_000,
  holdRecallMs: 120_000,
  holdLimitMs: 10 * 60_000,
  consultLimitMs: 10 * 60_000,
  transferPriority: 10,
  transferTargetMs: 60_000,
  transferOfficeMs: 5 * 60_000,
  supervisionLeaseMs: 30_000,
  // As long as somebody on duty needs to find the message and sit down, and no longer than a call lasts (our choice).
  inviteMs: 10 * 60_000,
  // A reload or a change of network on a phone takes longer than at a totem: three times its grace (our choice).
  guestLeaseMs: 60_000,
  callbackRetryMs: 15 * 60_000,
  callbackAttempts: 3,
  callbackExpiresMs: 48 * 3_600_000,
  callbackRetentionMs: 24 * 3_600_000,
  // A year and a month, so that a month can be looked into beside that of the year before. GDPR art. 5(1)(e) asks
  // for a limit and names none.
  logRetentionMs: 396 * 24 * 3_600_000,
  callbackWindowMs: 2 * 3_600_000,
  callbacksPerTotem: 20,
  skillsRelaxAfterMs: 30_000,
  preferredRelaxAfterMs: 30_000,
  priorityRisesEveryMs: 0,
  stillHereAfterMs: 3 * 60_000,
  stillHereAnswerMs: 30_000,
  closingGraceMs: 15 * 60_000,
}
