import { hoursUnder } from '../records/entered-hours.ts'
import { allOffices, theBody } from '../records/published.ts'
import type { Hours } from './hours.ts'
import { dayAt } from './rome-time.ts'

/** One office, in one language. What nobody entered is empty. */
export interface OfficeSheet {
  slug: string
  name: string
  /** For small places, such as "URP". */
  shortName: string
  address: string
  phone: string
  email: string
  notes: string
  /** With the closures of the whole body. */
  hours: Hours
  sourceUrl: string
  /** `YYYY-MM-DD`; null: never reviewed. */
  reviewedAt: string | null
}

/** The offices of a body by name. A text that is not translated is in Italian. */
export async function readOffices(bodyId: string, locale: 'it' | 'en'): Promise<OfficeSheet[]> {
  const [offices, body] = await Promise.all([allOffices(bodyId, locale), theBody(bodyId)])
  return offices.map((office) => ({
    slug: office.slug,
    name: office.name,
    shortName: office.shortName,
    address: office.address ?? '',
    phone: office.phone ?? '',
    email: office.email ?? '',
    notes: office.notes ?? '',
    hours: hoursUnder(body, office),
    sourceUrl: office.sourceUrl ?? '',
    reviewedAt: office.reviewedAt ? dayAt(Date.parse(office.reviewedAt)) : null,
  }))
}
