import type { EpochMs } from '@/lib/switchboard/ids.ts'

export const OUTCOMES = ['solved', 'sent_to_office', 'follow_up', 'appointment'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What the operator notes about a call. */
export interface WrapUpDraft {
  outcome: Outcome
  category: string | null
  note: string
}

export const NOTE_LIMIT = 500

/** Most calls end well; one click saves those. */
export const EMPTY_DRAFT: WrapUpDraft = { outcome: 'solved', category: null, note: '' }

/** The save must reach the server before its clock closes the wrap-up. */
const SAVE_AHEAD_MS = 2_000

/**
 * True when time runs out over something the person has written: it is saved for them. An untouched
 * form is not: nobody has said how that call ended.
 */
export const isTimeToSave = (isTouched: boolean, endsAt: EpochMs, now: EpochMs): boolean =>
  isTouched && endsAt - now <= SAVE_AHEAD_MS

/** The service categories of the Modello Comuni (italia/pa-website-validator), by the slug that is stored. */
export const CATEGORIES = [
  'educazione-e-formazione',
  'salute-benessere-e-assistenza',
  'vita-lavorativa',
  'mobilita-e-trasporti',
  'catasto-e-urbanistica',
  'anagrafe-e-stato-civile',
  'turismo',
  'giustizia-e-sicurezza-pubblica',
  'tributi-finanze-e-contravvenzioni',
  'cultura-e-tempo-libero',
  'ambiente',
  'imprese-e-commercio',
  'autorizzazioni',
  'appalti-pubblici',
  'agricoltura-e-pesca',
] as const
