import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import { DEFAULT_LOCALE } from '@/lib/i18n/locale.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import type { CallId } from '@/lib/switchboard/ids.ts'
import type { NextSteps, TotemCall, TotemPhase, TotemView } from '@/lib/switchboard/views.ts'
import { currentPage, type Page, type TotemState } from './totem-state.ts'
import { afterCall, type Trouble } from './trouble.ts'

/**
 * How far the last view can be trusted. `down`: the stream is being opened again. `stale`: it has
 * been silent so long that the server has given this totem up. `unregistered`: the credential is gone.
 */
export type Link = 'opening' | 'up' | 'down' | 'stale' | 'unregistered'

export type LivePhase = Extract<TotemPhase, { kind: 'connecting' | 'in_call' }>
export type QueuePhase = Extract<TotemPhase, { kind: 'waiting' | 'ringing' }>

/** What the totem shows. */
export type Screen =
  | { kind: 'unregistered' }
  | { kind: 'replaced' }
  | { kind: 'page'; page: Exclude<Page, { kind: 'placing' } | { kind: 'trouble' }> }
  /** `call` null: placed a moment ago, the stream does not show it yet. */
  | { kind: 'wait'; service: string; call: (TotemCall & { phase: QueuePhase }) | null }
  | { kind: 'call'; call: TotemCall; phase: LivePhase }
  | { kind: 'thanks'; call: TotemCall }
  /** They left a number. `window` null: called as soon as somebody is free. */
  | { kind: 'promise'; call: TotemCall; window: TimeWindow | null }
  /** `call`: the finished call that this is about; null: none was placed. */
  | {
      kind: 'trouble'
      trouble: Trouble
      service: string
      nextSteps: NextSteps | null
      call: TotemCall | null
    }

/**
 * The stream decides everything about a call; what is being read shows where there is none.
 *
 * @param left the call that the visitor has turned away from
 */
export function screenFor(
  state: TotemState,
  view: TotemView | null,
  link: Link,
  left: CallId | null = null,
): Screen {
  if (link === 'unregistered') return { kind: 'unregistered' }
  if (view?.page === 'replaced') return { kind: 'replaced' }
  const call = view?.call ?? null
  const isLeft = call !== null && call.id === left
  // Only what is over, at one end at least, can be put away; any other call is shown as long as it lives.
  const isPutAway = call?.id === state.dismissed && (isLeft || call?.phase.kind === 'over')
  if (call && !isPutAway) {
    const shown = isLeft ? screenOfLeftCall(call) : screenOfCall(call, link)
    if (shown && isLeavingNumber(state, shown)) return screenOfPage(currentPage(state), link)
    if (shown) return shown
  }
  return screenOfPage(currentPage(state), link)
}

/** Instead of this wait, or of what it has come to, the visitor is leaving a number. An answer comes first. */
function isLeavingNumber(state: TotemState, shown: Screen): boolean {
  const page = currentPage(state)
  if (page.kind !== 'callback' || page.callId === null) return false
  return (shown.kind === 'wait' || shown.kind === 'trouble') && shown.call?.id === page.callId
}

/** Camera and microphone are off already: over at this end before the stream says so. */
function screenOfLeftCall(call: TotemCall): Screen | null {
  if (call.phase.kind === 'in_call') return { kind: 'thanks', call }
  return call.phase.kind === 'over' ? screenOfCall(call, 'up') : null
}

function screenOfCall(call: TotemCall, link: Link): Screen | null {
  const service = call.service.slug
  const { phase } = call
  if (phase.kind === 'over') {
    if (phase.outcome.kind === 'callback') return { kind: 'promise', call, window: phase.outcome.window }
    const after = afterCall(phase.outcome)
    if (after === 'nothing') return null
    if (after === 'thanks') return { kind: 'thanks', call }
    return { kind: 'trouble', trouble: after, service, nextSteps: null, call }
  }
  // By now the server has ended it; if not, the stream brings it back.
  if (link === 'stale') return { kind: 'trouble', trouble: 'offline', service, nextSteps: null, call: null }
  if (phase.kind === 'waiting' || phase.kind === 'ringing') {
    return { kind: 'wait', service, call: { ...call, phase } }
  }
  return { kind: 'call', call, phase }
}

function screenOfPage(page: Page, link: Link): Screen {
  const isAway = link === 'down' || link === 'stale'
  switch (page.kind) {
    case 'placing':
      return link === 'stale' ? offline(page.service) : { kind: 'wait', service: page.service, call: null }
    case 'notice':
      return isAway ? offline(page.service) : { kind: 'page', page }
    case 'trouble':
      return { ...page, call: null }
    default:
      return { kind: 'page', page }
  }
}

const offline = (service: string): Screen => ({
  kind: 'trouble',
  trouble: 'offline',
  service,
  nextSteps: null,
  call: null,
})

/** A visitor is, or may still be, at the totem: after a while without touch it asks, then starts over. */
export function timesOut(screen: Screen, state: TotemState): boolean {
  if (screen.kind === 'page') {
    return (
      screen.page.kind !== 'home' ||
      state.locale !== DEFAULT_LOCALE ||
      state.modes.length > 0 ||
      state.choosesModes
    )
  }
  return screen.kind === 'trouble'
}

const TYPED: ReadonlySet<string> = new Set(['search', 'callback'])

/** Time without a touch before it asks. Whoever types looks for letters between two touches. */
export const quietMsOn = (screen: Screen, hardware: TotemHardware): number =>
  1_000 *
  (screen.kind === 'page' && TYPED.has(screen.page.kind) ? hardware.typingSeconds : hardware.readingSeconds)
