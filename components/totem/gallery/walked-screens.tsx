import { useReducer, useState } from 'react'
import '@/messages/en/privacy.json'
import '@/messages/it/privacy.json'
import { makeIndex } from '@/lib/content/search/search-index.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import '../attendant/attendant.tsx'
import { CallLayer } from '../call-layer.tsx'
import { DeviceChoice } from '../device-choice.tsx'
import { findablesOf } from '../findables.ts'
import '../keyboard/keyboard.tsx'
import '../phone/take-along-dialog.tsx'
import { PrepareCard } from '../prepare-card.tsx'
import { ANNA, callIn, MONDAY_1042 } from '../sample-views.ts'
import { type Screen, screenFor } from '../screen.ts'
import { ScreenOf } from '../screen-of.tsx'
import { Stage } from '../stage.tsx'
import { StillHereScreen } from '../still-here-screen.tsx'
import { Home } from '../totem-app.tsx'
import { NEW_VISITOR, nextState, type Page, type TotemState } from '../totem-state.ts'
import type { Words } from '../words.ts'
import { CALL_MOMENTS, keysInCall, momentOfCall, stagePage } from './call-moments.ts'
import { sampleContent, sceneIn } from './sample-scene.ts'
import type { ScreenInGallery } from './screens.tsx'

interface Walk {
  /** What is open when it begins. */
  page: Page
  searched?: string
  /** Instead of a page. */
  screen?: Screen
  /** Instead of a page: this moment of a call. */
  moment?: string
  /** Nobody has touched it for as long as whoever reads is given. */
  isQuiet?: boolean
  /** The keys that lead on from there. */
  keys: (words: Words) => readonly string[]
}

const WINDOW = { from: epochMs(MONDAY_1042 + 3_600_000), until: epochMs(MONDAY_1042 + 3 * 3_600_000) }
const callback: Page = { kind: 'callback', service: 'urp', callId: null }
const PIN = ['2', '4', '0', '6', '1', '7']
const number = ['3', '4', '7', '1', '2', '3', '4', '5', '6', '7']

const WALKS: Readonly<Record<string, Walk>> = {
  'sheet taken along': {
    page: { kind: 'sheet', service: 'cie' },
    keys: ({ stage }) => [stage.takeAlong],
  },
  'privacy notice': { page: { kind: 'privacy' }, keys: () => [] },
  'act taken along': {
    page: { kind: 'act', from: 'messenger' },
    keys: ({ acts }) => [acts.takeDelegation],
  },
  'promise in the calendar': {
    page: { kind: 'promised', window: WINDOW },
    keys: ({ promise }) => [promise.entry],
  },
  search: { page: { kind: 'search' }, keys: () => [] },
  'search found': { page: { kind: 'search' }, searched: 'carta', keys: () => [] },
  'search nothing': { page: { kind: 'search' }, searched: 'xyzxyz', keys: () => [] },
  'callback phone': { page: callback, keys: () => number.slice(0, 7) },
  'callback when': { page: callback, keys: ({ callback: say }) => [...number, say.next] },
  'callback reason': { page: callback, keys: ({ callback: say }) => [...number, say.next, say.next] },
  'staff door': { page: { kind: 'staff' }, keys: () => PIN.slice(0, 4) },
  attendant: { page: { kind: 'staff' }, keys: ({ staff }) => [...PIN, staff.enter] },
  'attendant tools': { page: { kind: 'staff' }, keys: ({ staff }) => [...PIN, staff.enter, staff.tools] },
  'still there': { page: { kind: 'offices' }, isQuiet: true, keys: () => [] },
  'thanks why': {
    page: { kind: 'home' },
    screen: { kind: 'thanks', call: callIn({ kind: 'over', outcome: { kind: 'ended', by: 'desk' } }) },
    keys: ({ rating }) => [rating.faces.so_so],
  },
}

export const WALKED_SCREENS = [...Object.keys(WALKS), ...CALL_MOMENTS]

/** Everything that is printed, while it is: what comes out on paper stands in the page. */
const PRINTS: Readonly<Record<string, Walk>> = {
  'list for an act': { page: { kind: 'act', from: 'messenger' }, keys: ({ acts }) => [acts.printList] },
  'list of a sheet': { page: { kind: 'sheet', service: 'cie' }, keys: ({ acts }) => [acts.printList] },
  receipt: {
    page: { kind: 'promised', window: null },
    keys: ({ promise }) => [promise.print],
  },
  delegation: { page: { kind: 'act', from: 'messenger' }, keys: ({ acts }) => [acts.printDelegation] },
  'test page': {
    page: { kind: 'staff' },
    keys: ({ staff }) => [...PIN, staff.enter, staff.tools, staff.print],
  },
  'sheet on the stage': {
    page: { kind: 'home' },
    moment: 'call with a sheet',
    keys: ({ stage }) => [stage.print],
  },
  'list on the stage': {
    page: { kind: 'home' },
    moment: 'call with a list',
    keys: ({ stage }) => [stage.print],
  },
}

export const PRINT_NAMES = Object.keys(PRINTS)

const walkTo = (name: string): Walk | undefined => WALKS[name] ?? PRINTS[name]

/** The keys that lead to this screen; null: it is there without any. */
export const keysTo = (name: string, words: Words): readonly string[] | null =>
  walkTo(name)?.keys(words) ?? keysInCall(name, words)

/** A totem that can be touched, on the page where the way to this screen begins. */
export function WalkedScreen({ name, locale, words, modes }: ScreenInGallery) {
  const walk = walkTo(name)
  const [state, dispatch] = useReducer(nextState, {
    ...NEW_VISITOR,
    locale,
    modes,
    searched: walk?.searched ?? '',
    trail: [{ kind: 'home' }, ...(walk ? [walk.page] : [])],
  } satisfies TotemState)
  const still = sceneIn(locale, words)
  const [inCall] = useState(() => momentOfCall(walk?.moment ?? name))
  const screen = inCall?.screen ?? walk?.screen ?? screenFor(state, still.totem.view, 'up')
  const hardware = walk?.isQuiet ? { ...still.hardware, readingSeconds: 0 } : still.hardware
  const scene = { ...still, hardware, totem: { ...still.totem, state, screen, dispatch, ...inCall } }
  return (
    <Stage kind={screen.kind} words={words} locale={locale} state={state} dispatch={dispatch}>
      {screen.kind === 'page' && screen.page.kind === 'home' && <Home scene={scene} />}
      <CallLayer {...scene} screen={screen} />
      <ScreenOf scene={scene} screen={screen} callScreens={CALL_SCREENS} />
    </Stage>
  )
}

const CALL_SCREENS = { CallLayer, DeviceChoice, PrepareCard, StillHereScreen }

const hour = (at: number) => epochMs(MONDAY_1042 + at * 3_600_000)
const WINDOWS = [1, 3, 23, 25, 47].map((at) => ({ from: hour(at), until: hour(at + 2) }))

/** What the server of the gallery says. */
export function galleryAnswer({ pathname, searchParams }: URL): Response {
  switch (pathname) {
    case '/api/totem/stage':
      return Response.json(stagePage(searchParams.get('kind')))
    case '/api/totem/search-index':
      return new Response(makeIndex(findablesOf(sampleContent)))
    case '/api/callbacks/windows':
      return Response.json({ windows: WINDOWS })
    case '/api/totem/attendance':
      return Response.json({ token: 't', quietSeconds: 300 }, { status: 201 })
    case '/api/totem/attendance/stay':
      return Response.json({
        version: '1.2.3',
        onDuty: [{ name: ANNA.displayName, officeName: ANNA.officeName, state: 'free' }],
      })
    default:
      return new Response(null, { status: 204 })
  }
}
