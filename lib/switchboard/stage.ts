import type { InCall } from './board.ts'
import { type Draft, setInCall } from './draft.ts'
import type { Refusal } from './events.ts'
import type { OfferId } from './ids.ts'

/**
 * What visitor and operator look at together. It belongs to the call and not to a page, so that it survives
 * a reload of either end and goes along with the call to the next operator.
 * ```
 *   nothing ⇄ a page ⇄ its QR ⇄ the operator's screen      put up and taken down by the holder
 *      └──────────── over: nothing of it stays
 * ```
 */
export interface Stage {
  shown: Shown | null
  /** Items ticked off so far, on any list: whoever puts a list up again finds them. */
  ticks: readonly Tick[]
}

/** What is up now. `slug` names a published page of the call's body; who puts it up has looked there. */
export type Shown =
  /** `part`: the paragraph or field that is highlighted. */
  | { kind: 'sheet' | 'form'; slug: string; part: string | null }
  | { kind: 'checklist' | 'office'; slug: string }
  /** The page as an address for the visitor's own phone. */
  | { kind: 'qr'; page: PageRef }
  /** The screen or a window of this offer's desk: gone when somebody else has the call. */
  | { kind: 'screen'; offerId: OfferId }

/** A published page, in the form in which it is shown. */
export interface PageRef {
  kind: 'sheet' | 'form' | 'checklist' | 'office'
  slug: string
}

export interface Tick {
  slug: string
  /** Counts from 0, in the order of the list. */
  item: number
}

/** What the holder asks for: a screen is always their own. */
export type Showing = Exclude<Shown, { kind: 'screen' }> | { kind: 'screen' }

/** What the views tell of it; null: nothing is up. */
export type ShownOnStage =
  | { kind: 'sheet' | 'form'; slug: string; part: string | null }
  | { kind: 'office'; slug: string }
  | { kind: 'checklist'; slug: string; ticked: readonly number[] }
  | { kind: 'qr'; page: PageRef }
  | { kind: 'screen' }

/** A call in which everything is ticked would still be a long one; more than this is no honest ticking. */
const TICKS_AT_MOST = 200

/** [SW-240] [SW-241] Puts something up instead of what was there; null takes it down. */
export function showOnStage(draft: Draft, call: InCall, showing: Showing | null): null {
  const before = call.stage
  const shown: Shown | null = showing?.kind === 'screen' ? { kind: 'screen', offerId: call.offerId } : showing
  if (isSame(before?.shown ?? null, shown)) return null
  setInCall(draft, call, { stage: stageOf(shown, before?.ticks ?? []) })
  // Moving the highlight is not worth a line of the log.
  if (shown && !isSamePage(before?.shown ?? null, shown)) {
    draft.facts.push({ type: 'stageShown', callId: call.id, offerId: call.offerId, kind: shown.kind })
  }
  return null
}

/** [SW-242] An item of the list that is up, ticked or not by either end. Said twice it is the same. */
export function tickOnStage(draft: Draft, call: InCall, { slug, item, isTicked }: Ticking): Refusal | null {
  const { stage } = call
  if (stage?.shown?.kind !== 'checklist' || stage.shown.slug !== slug) return 'not-on-stage'
  const isThis = (tick: Tick) => tick.slug === slug && tick.item === item
  if (stage.ticks.some(isThis) === isTicked) return null
  const ticks = isTicked
    ? [...stage.ticks, { slug, item }].slice(-TICKS_AT_MOST)
    : stage.ticks.filter((tick) => !isThis(tick))
  setInCall(draft, call, { stage: stageOf(stage.shown, ticks) })
  return null
}

export interface Ticking extends Tick {
  isTicked: boolean
}

/** [SW-243] The page that shared its screen is gone, and its screen with it. */
export function endScreen(draft: Draft, call: InCall): InCall {
  if (call.stage?.shown?.kind !== 'screen') return call
  return setInCall(draft, call, { stage: stageOf(null, call.stage.ticks) })
}

/** What both ends are told. [SW-243] A screen is its holder's: nobody else's call shows it. */
export function shownOnStage({ stage, offerId }: InCall): ShownOnStage | null {
  const shown = stage?.shown ?? null
  switch (shown?.kind) {
    case undefined:
      return null
    case 'screen':
      return shown.offerId === offerId ? { kind: 'screen' } : null
    case 'checklist': {
      const ticks = stage?.ticks ?? []
      const ticked = ticks.filter(({ slug }) => slug === shown.slug).map(({ item }) => item)
      return { kind: 'checklist', slug: shown.slug, ticked: ticked.sort((a, b) => a - b) }
    }
    case 'office':
      return { kind: 'office', slug: shown.slug }
    case 'sheet':
    case 'form':
    case 'qr':
      return shown
  }
}

const stageOf = (shown: Shown | null, ticks: readonly Tick[]): Stage | null =>
  shown === null && ticks.length === 0 ? null : { shown, ticks }

const isSame = (one: Shown | null, other: Shown | null): boolean =>
  isSamePage(one, other) && partOf(one) === partOf(other)

const partOf = (shown: Shown | null): string | null => (shown && 'part' in shown ? shown.part : null)

function isSamePage(one: Shown | null, other: Shown | null): boolean {
  if (one === null || other === null) return one === other
  return one.kind === other.kind && nameOf(one) === nameOf(other)
}

function nameOf(shown: Shown): string {
  switch (shown.kind) {
    case 'screen':
      return shown.offerId
    case 'qr':
      return `${shown.page.kind} ${shown.page.slug}`
    default:
      return shown.slug
  }
}
