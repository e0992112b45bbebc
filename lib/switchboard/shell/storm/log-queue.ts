import type { Settings } from '../../settings.ts'
import type { LoggedEvent } from './log-event.ts'
import type { LogReader } from './log-violations.ts'

/** A call that waits, as the log tells it. */
interface Waiting {
  id: string
  service: string
  needs: { skills: readonly string[]; language: string | null; mode: string }
  priority: number
  enqueuedAt: number
  /** Of a callback: it holds no place before. */
  notBefore: number
  /** Its wishes count from here. */
  waitsSince: number
  /** Steps of overflow that it has taken. */
  steps: number
  preferred: { operatorId: string; until: number } | null
}

/** Waited on after these: a ring that led nowhere [SW-28]. */
const RINGS = ['declined', 'expired', 'withdrawn']

/**
 * [SW-20] Among those that wait, nobody is rung for a younger call whom an older one could have had. A call that
 * is sent on has the priority and the needs that it was given, a callback the place that it inherited, from when
 * it is due. What a call only wishes for is not judged: as long as it may, it is let pass.
 */
export function createQueue(settings: Settings): LogReader {
  const calls = new Map<string, Waiting>()
  const waiting = new Set<string>()
  /** Pairs of call and operator, until when each is kept apart. */
  const apart = new Map<string, number>()

  const begin = (id: string, { type, at, fact }: LoggedEvent) => {
    const before = calls.get(fact.inPlaceOf ?? '')
    const named = fact.preferred
    const until = at + settings.rules.preferredRelaxAfterMs
    calls.set(id, {
      id,
      service: fact.service ?? '',
      needs: fact.needs ?? { skills: [], language: null, mode: 'spoken' },
      priority: fact.priority ?? 0,
      enqueuedAt: fact.enqueuedAt ?? at,
      notBefore: type === 'callbackQueued' ? (fact.notBefore ?? at) : at,
      waitsSince: at,
      steps: before?.steps ?? 0,
      preferred: typeof named === 'string' ? { operatorId: named, until } : named,
    })
    waiting.add(id)
  }

  const waitAgain = (call: Waiting, { at, fact }: LoggedEvent) => {
    const isRing = RINGS.includes(fact.because ?? '')
    calls.set(call.id, {
      ...call,
      service: fact.service ?? call.service,
      priority: fact.priority ?? call.priority,
      preferred: typeof fact.preferred === 'string' ? null : fact.preferred,
      notBefore: fact.notBefore ?? call.notBefore,
      waitsSince: isRing ? call.waitsSince : at,
      steps: fact.because === 'transferred' ? 0 : call.steps,
    })
    if (fact.keptApart) apart.set(`${call.id} ${fact.keptApart.operatorId}`, fact.keptApart.until)
    waiting.add(call.id)
  }

  const couldHaveHad = (call: Waiting, operator: string, at: number): boolean =>
    call.notBefore <= at &&
    (apart.get(`${call.id} ${operator}`) ?? 0) <= at &&
    (call.preferred === null || call.preferred.until <= at || call.preferred.operatorId === operator) &&
    call.waitsSince + wishesLastMs(settings, call) <= at &&
    fits(settings, operator, call)

  const ring = (id: string, operator: string, at: number): string[] => {
    const wasWaiting = waiting.delete(id)
    if (!wasWaiting) return [`${operator} was rung for ${id}, which was not waiting`]
    const rung = calls.get(id)
    if (!rung) return []
    const early = rung.notBefore > at ? [`${operator} was rung for ${id} before it was due`] : []
    const passedOver = [...waiting].flatMap((other) => {
      const older = calls.get(other)
      return older && isBefore(older, rung) && couldHaveHad(older, operator, at)
        ? [`${operator} was rung for ${id} before the older ${other}`]
        : []
    })
    return [...early, ...passedOver]
  }

  return {
    read(event) {
      const { type, call_id: id, operator_id: operator, fact } = event
      const call = calls.get(id ?? '')
      if (type === 'callEnqueued' || type === 'callbackQueued') begin(id ?? '', event)
      if (!call) return []
      if (type === 'callWaitsAgain') waitAgain(call, event)
      if (type === 'callOverflowed') calls.set(call.id, { ...call, steps: fact.step ?? call.steps })
      if (type === 'callOver') waiting.delete(call.id)
      return type === 'offerMade' && operator && fact.role !== 'consult'
        ? ring(call.id, operator, event.at)
        : []
    },
  }
}

/** The order of service: priority, then age, then id. */
const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.priority !== other.priority
    ? one.priority > other.priority
    : one.enqueuedAt !== other.enqueuedAt
      ? one.enqueuedAt < other.enqueuedAt
      : one.id < other.id

const serviceOf = ({ services }: Settings, slug: string) =>
  [...services.values()].find((service) => service.slug === slug)

/** The longest that anything is only wished for. */
function wishesLastMs(settings: Settings, { service, needs }: Waiting): number {
  const asked = serviceOf(settings, service)
  return Math.max(
    0,
    ...(asked?.skillNeeds ?? []).map(({ relaxAfterMs }) => relaxAfterMs ?? 0),
    needs.mode === 'spoken' ? 0 : settings.rules.skillsRelaxAfterMs,
    needs.language === null ? 0 : (asked?.languageRelaxAfterMs ?? 0),
  )
}

/** Has every skill that the call requires, by its own service or by one that overflow added. */
function fits(settings: Settings, operator: string, { service, needs, steps }: Waiting): boolean {
  const known = [...settings.operators.values()].find(({ id }) => id === operator)
  const taken = serviceOf(settings, service)?.overflow.slice(0, steps) ?? []
  const dropped = taken.flatMap((step) => (step.do === 'widen' ? step.dropSkills : []))
  const others = taken.flatMap((step) => (step.do === 'ask' ? [step.service] : []))
  return [service, ...others].some((slug) => {
    const asked = serviceOf(settings, slug)?.skillNeeds.filter(({ relaxAfterMs }) => relaxAfterMs === null)
    const skills = [...needs.skills, ...(asked ?? []).map(({ skill }) => skill)]
    return skills
      .filter((skill) => !dropped.includes(skill))
      .every((skill) => known?.skills.some((one) => one.skill === skill))
  })
}
