import { closureAt } from './closures.ts'
import type { EpochMs, ServiceSlug, TotemId } from './ids.ts'
import { closesAt, isOpen } from './opening.ts'
import type { Opening, Settings } from './settings.ts'

/** Where a call is placed and about what. */
export interface CallPlace {
  totemId: TotemId
  service: ServiceSlug
}

/** Totem, service and body are open at `now`. What nobody has entered counts as open. */
export const isPlaceOpen = (settings: Settings, place: CallPlace, now: EpochMs): boolean =>
  openingsAt(settings, place).every((opening) => isOpen(opening, now)) &&
  !closureAt(settings.closures, place.service, now)

/** When the first of totem, service and body closes that are open at `now`. Null: no closing is known. */
export const placeClosesAt = (settings: Settings, place: CallPlace, now: EpochMs): EpochMs | null =>
  earliest([
    ...openingsAt(settings, place).map((opening) => closesAt(opening, now)),
    bodyClosesAt(settings, place.service, now),
  ])

/** When the next closure of the whole body begins that closes this service too. */
export const bodyClosesAt = (settings: Settings, service: ServiceSlug, now: EpochMs): EpochMs | null =>
  settings.closures.find((closure) => closure.closesAt > now && !closure.exempt.has(service))?.closesAt ??
  null

const openingsAt = ({ totems, services }: Settings, { totemId, service }: CallPlace): Opening[] =>
  [totems.get(totemId)?.opening, services.get(service)?.opening].filter((opening) => opening !== undefined)

const earliest = (instants: readonly (EpochMs | null)[]): EpochMs | null =>
  instants.filter((at) => at !== null).sort((a, b) => a - b)[0] ?? null
