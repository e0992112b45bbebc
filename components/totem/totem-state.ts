import type { NoticeFrom } from '@/lib/content/acts.ts'
import { DEFAULT_LOCALE, type Locale } from '@/lib/i18n/locale.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import type { CallId } from '@/lib/switchboard/ids.ts'
import type { NextSteps } from '@/lib/switchboard/views.ts'
import { type Mode, toggledMode } from './modes.ts'
import type { Trouble } from './trouble.ts'

/** What is being read. Everything about a call comes from the stream instead. */
export type Page =
  | { kind: 'home' }
  | { kind: 'topic'; topic: string }
  | { kind: 'offices' }
  | { kind: 'lifeEvents' }
  | { kind: 'lifeEvent'; event: string }
  | { kind: 'notices' }
  | { kind: 'office'; office: string }
  | { kind: 'search' }
  /** Which notice of an act somebody has, and what follows from it. */
  | { kind: 'acts' }
  | { kind: 'act'; from: NoticeFrom }
  /** Leaving a number; `callId`: the call that is given up for it, null: there is none. */
  | { kind: 'callback'; service: string; callId: CallId | null }
  /** The number was taken. */
  | { kind: 'promised'; window: TimeWindow | null }
  | { kind: 'sheet'; service: string }
  /** Whoever of the staff helps here is asked for the totem's PIN. */
  | { kind: 'staff' }
  /** The notice before the call. */
  | { kind: 'notice'; service: string }
  /** All of what that notice says in short. */
  | { kind: 'privacy' }
  /** "Avvia" was touched; the stream does not show the call yet. */
  | { kind: 'placing'; service: string }
  | { kind: 'trouble'; service: string; trouble: Trouble; nextSteps: NextSteps | null }

/** One visitor's reading. Nothing of it is stored anywhere. */
export interface TotemState {
  /** The pages that led here, the current one last; never empty. */
  trail: readonly Page[]
  locale: Locale
  /** What the visitor has typed into the search: there again on the way back from a result. */
  searched: string
  modes: readonly Mode[]
  /** The list of modes is open. */
  choosesModes: boolean
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
  /** The stream shows a call, or what has become of it: behind it is the page that led to it. */
  | { type: 'callSeen'; isAnswered: boolean }
  | { type: 'wentOnWithout' }
  | { type: 'itemTicked'; item: string }
  | { type: 'searchTyped'; text: string }
  | { type: 'languageChosen'; locale: Locale }
  | { type: 'modeToggled'; mode: Mode }
  | { type: 'modesShown'; shown: boolean }
  /** The last screen of a call was left, back to the page that led to it. */
  | { type: 'callDismissed'; callId: CallId }
  /** The visitor has gone: nothing of them stays. */
  | { type: 'wiped'; dismissed?: CallId }

const HOME: Page = { kind: 'home' }

/** A fresh totem: home, in Italian. */
export const NEW_VISITOR: TotemState = {
  trail: [HOME],
  locale: DEFAULT_LOCALE,
  searched: '',
  modes: [],
  choosesModes: false,
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
      return onTrail(state, action.page.kind === 'home' ? [HOME] : [...state.trail, action.page])
    case 'wentBack':
      return before.length > 0 ? onTrail(state, before) : state
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
      return isOnTheWayToACall(page) || (action.isAnswered && page.kind === 'callback')
        ? onTrail(state, orHome(before))
        : state
    case 'wentOnWithout':
      return { ...state, goesOnWithout: true }
    case 'itemTicked':
      return { ...state, prepared: toggled(state.prepared, action.item) }
    case 'searchTyped':
      return { ...state, searched: action.text.slice(0, SEARCH_LIMIT) }
    case 'languageChosen':
      return { ...state, locale: action.locale }
    case 'modeToggled':
      return { ...state, modes: toggledMode(state.modes, action.mode) }
    case 'modesShown':
      return { ...state, choosesModes: action.shown }
    case 'callDismissed':
      return { ...state, prepared: [], dismissed: action.callId }
    case 'wiped':
      return { ...NEW_VISITOR, dismissed: action.dismissed ?? state.dismissed }
  }
}

/** Longer than any question that is typed standing. */
const SEARCH_LIMIT = 80

const isOnTheWayToACall = (page: Page): boolean =>
  page.kind === 'notice' || page.kind === 'placing' || page.kind === 'trouble'

/** Home asks nobody whether they are still there: whoever comes next must find no word of whoever was here. */
const onTrail = (state: TotemState, trail: readonly Page[]): TotemState => ({
  ...state,
  ...(trail.length === 1 && { searched: '' }),
  trail,
})

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
