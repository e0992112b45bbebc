import { type Asked, admissionRefusal, refusalEverywhere } from './admission.ts'
import type { Board } from './board.ts'
import { callsAtTotem, callsOfTotem } from './calls-at-totem.ts'
import { closureAt } from './closures.ts'
import type { Refusal } from './events.ts'
import { type Forecasts, forecastsOf } from './forecast.ts'
import type { EpochMs, ServiceSlug, TotemId } from './ids.ts'
import { closesAt, isOpen } from './opening.ts'
import type { Opening, Settings, TotemSettings } from './settings.ts'
import type { NextSteps, OpenTotem } from './views.ts'

/** [SW-94] What a visitor can do instead of the call that was refused. */
export function nextSteps(
  board: Board,
  totemId: TotemId,
  asked: Asked,
  why: Refusal,
  now: EpochMs,
  forecasts = forecastsOf(board, now),
): NextSteps {
  const { settings } = board
  const place = settings.totems.get(totemId)?.opening ?? UNKNOWN
  const service = settings.services.get(asked.service)?.opening ?? UNKNOWN
  const isTooLate = why === 'closing-soon'
  return {
    phone: settings.phone,
    opensAt: whenCallable(settings, [place, service], asked.service, now, isTooLate),
    totemOpensAt: whenCallable(settings, [place], asked.service, now),
    serviceOpensAt: whenCallable(settings, [service], asked.service, now),
    totem: MAY_DIFFER_ELSEWHERE.has(why) ? openTotem(board, totemId, asked, now, forecasts) : null,
    callback: mayLeaveNumber(board, totemId, asked.service),
  }
}

const UNKNOWN: Opening = { kind: 'unknown' }

const MAY_DIFFER_ELSEWHERE: ReadonlySet<Refusal> = new Set([
  'totem-closed',
  'totem-out-of-service',
  'closing-soon',
])

/**
 * The first instant after `now` at which all of these are open and no closure of the body is in force.
 * Null: they are open now (unless it is too late for that), or no such instant is known.
 */
function whenCallable(
  { closures }: Settings,
  openings: readonly Opening[],
  service: ServiceSlug,
  now: EpochMs,
  isTooLateNow = false,
): EpochMs | null {
  const isCallable = (at: EpochMs) =>
    openings.every((opening) => isOpen(opening, at)) && !closureAt(closures, service, at)
  if (!isTooLateNow && isCallable(now)) return null
  // Between two of these nothing opens.
  const openers = [
    ...openings.flatMap((opening) => (opening.kind === 'hours' ? opening.intervals : [])),
    ...closures,
  ].map((each) => each.opensAt)
  const callable = openers.filter((at) => at > now && isCallable(at))
  return callable.sort((a, b) => a - b)[0] ?? null
}

/** The nearest other totem where the same call would be admitted now, and that nobody stands at. */
function openTotem(
  board: Board,
  totemId: TotemId,
  asked: Asked,
  now: EpochMs,
  forecasts: Forecasts,
): OpenTotem | null {
  if (refusalEverywhere(board, asked, now)) return null
  const found = inOrder(board.settings, totemId).find(
    ({ id }) => isFree(board, id, now) && !admissionRefusal(board, id, asked, now, forecasts),
  )
  return found ? { name: found.name, address: found.address, closesAt: closesAt(found.opening, now) } : null
}

/** The listed ones in their order, then the others by name. */
function inOrder({ totems }: Settings, totemId: TotemId): TotemSettings[] {
  const nearby = totems.get(totemId)?.nearby ?? []
  const listed = nearby.flatMap((id) => totems.get(id) ?? [])
  const others = [...totems.values()]
    .filter(({ id }) => !nearby.includes(id))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return [...listed, ...others].filter(({ id }) => id !== totemId)
}

/** Its page is alive, and no visitor is in a call there. */
function isFree(board: Board, id: TotemId, now: EpochMs): boolean {
  const page = board.totems.get(id)
  if (page?.presence !== 'here' || page.leaseEndsAt <= now) return false
  return callsAtTotem(board, id).every(({ state }) => state === 'over')
}

/** [SW-122] Any number that is one would be taken here. */
function mayLeaveNumber(board: Board, id: TotemId, service: ServiceSlug): boolean {
  const { settings } = board
  const live = callsOfTotem(board, id).filter(({ state }) => state !== 'over')
  const callbacks = live.filter(({ callback }) => callback !== null)
  const isCalling = callbacks.length < live.length
  return settings.services.has(service) && !isCalling && callbacks.length < settings.rules.callbacksPerTotem
}
