import { hoursUnder } from '../records/entered-hours.ts'
import { allTotems, theBody } from '../records/published.ts'
import type { Hours } from './hours.ts'

/** One totem as people look for it, in one language. */
export interface TotemSheet {
  slug: string
  name: string
  address: string
  /** About the place, such as "in the library, ground floor"; may be empty. */
  notes: string
  /** With the closures of the whole body. */
  hours: Hours
  inService: boolean
}

/** The totems of a body by name. A text that is not translated is in Italian. */
export async function readTotems(bodyId: string, locale: 'it' | 'en'): Promise<TotemSheet[]> {
  const [totems, body] = await Promise.all([allTotems(bodyId, locale), theBody(bodyId)])
  return totems.map((totem) => ({
    slug: totem.slug,
    name: totem.name,
    address: totem.address ?? '',
    notes: totem.placeNotes ?? '',
    hours: hoursUnder(body, totem),
    inService: totem.inService === true,
  }))
}
