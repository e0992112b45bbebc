import { DEFAULT_LOCALE, type Locale } from '@/lib/i18n/locale.ts'
import type { CallId } from '@/lib/switchboard/ids.ts'
import type { NextSteps } from '@/lib/switchboard/views.ts'
import type { Trouble } from './trouble.ts'

/** What is being read. Everything about a call comes from the stream instead. */
export type Page =
  | { kind: 'home' }
  | { kind: 'topic'; topic: string }
  | { kind: 'offices' }
  | { kind: 'sheet'; service: string }
  /** The notice before the call. */
  | { kind: 'notice'; service: string }
  /** "Avvia" was touched; the stream does not show the call yet. */
  | { kind: 'placing'; service: string }
  | { kind: 'trouble'; service: string; trouble: Trouble; nextSteps: NextSteps | null }

/** One visitor's reading. Nothing of it is stored anywhere. */
export interface TotemState {
  /** The pages that led here, the current one last; never empty. */
  trail: readonly Page[]
  locale: Locale
  /** What the visitor has ticked off while waiting. */
  prepared: readonly string[]
  /** The visitor goes on although the camera or the microphone cannot be had. */
  goesOnWithout: boolean
  /** The finished call whose last screen the visitor has closed; the stream drops it a moment later. */
  dismissed: CallId | null
}

export type TotemAction =
  | { type: 'opened'; page: Page }
  | { type: 'wentBack' }
  | { type: 'callStarted' }
  /** `nextSteps` null: the server did not say, or was not reached. */
  | { type: 'callRefused'; trouble: Trouble; nextSteps: NextSteps | null }
  /** The stream shows a live call: behind it is the page that led to it. */
  | { type: 'callSeen' }
  /** Neither camera nor microphone can be had: the call was given up. */
  | { type: 'devicesMissing'; service: string }
  | { type: 'wentOnWithout' }
  | { type: 'itemTicked'; item: string }
  | { type: 'languageChosen'; locale: Locale }
  /** The last screen of a call was left, back to the page that led to it. */
  | { type: 'callDismissed'; callId: CallId }
  /** The visitor has gone: nothing of them stays. */
  | { type: 'wiped'; dismissed?: CallId }

const HOME: Page = { kind: 'home' }

/** A fresh totem: home, in Italian. */
export const NEW_VISITOR: TotemState = {
  trail: [HOME],
  locale: DEFAULT_LOCALE,
  prepared: [],
  goesOnWithout: false,
  dismissed: null,
}

export const currentPage = (state: TotemState): Page => state.trail.at(-1) ?? HOME

export function nextState(state: TotemState, action: TotemAction): TotemState {
  const page = currentPage(state)
  const before = state.trail.slice(0, -1)
  switch (action.type) {
    case 'opened':
      return { ...state, trail: action.page.kind === 'home' ? [HOME] : [...state.trail, action.page] }
    case 'wentBack':
      return before.length > 0 ? { ...state, trail: before } : state
    case 'callStarted':
      if (page.kind !== 'notice') return state
      return {
        ...state,
        prepared: [],
        goesOnWithout: false,
        trail: [...before, { kind: 'placing', service: page.service }],
      }
    case 'callRefused':
      // The stream may have shown a call in the meantime: then there is nothing to refuse.
      if (page.kind !== 'placing') return state
      return withTrouble(state, before, page.service, action.trouble, action.nextSteps)
    case 'callSeen':
      return isOnTheWayToACall(page) ? { ...state, trail: orHome(before) } : state
    case 'devicesMissing':
      return withTrouble(
        state,
        isOnTheWayToACall(page) ? before : state.trail,
        action.service,
        'microphone-refused',
        null,
      )
    case 'wentOnWithout':
      return { ...state, goesOnWithout: true }
    case 'itemTicked':
      return { ...state, prepared: toggled(state.prepared, action.item) }
    case 'languageChosen':
      return { ...state, locale: action.locale }
    case 'callDismissed':
      return { ...state, prepared: [], dismissed: action.callId }
    case 'wiped':
      return { ...NEW_VISITOR, dismissed: action.dismissed ?? state.dismissed }
  }
}

const isOnTheWayToACall = (page: Page): boolean =>
  page.kind === 'notice' ||
  page.kind === 'placing' ||
  // Said while its call is being closed: the stream may still show that one.
  (page.kind === 'trouble' && page.trouble !== 'microphone-refused')

const orHome = (trail: readonly Page[]): readonly Page[] => (trail.length > 0 ? trail : [HOME])

const withTrouble = (
  state: TotemState,
  before: readonly Page[],
  service: string,
  trouble: Trouble,
  nextSteps: NextSteps | null,
): TotemState => ({ ...state, trail: [...orHome(before), { kind: 'trouble', service, trouble, nextSteps }] })

const toggled = (items: readonly string[], item: string): readonly string[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]
