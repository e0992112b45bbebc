import { MEDIA_AT_REST } from '@/components/call/call-media-state.ts'
import { LOCALES, type Locale } from '@/lib/i18n/locale.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { Opening } from '@/lib/switchboard/settings.ts'
import { AttractBoard } from '../attract/attract-board.tsx'
import { CallLayer } from '../call-layer.tsx'
import { DeviceChoice } from '../device-choice.tsx'
import type { Mode } from '../modes.ts'
import { ModesPanel } from '../modes-panel.tsx'
import { PrepareCard } from '../prepare-card.tsx'
import { callIn, MONDAY_1042, stepsUntil } from '../sample-views.ts'
import type { Scene } from '../scene.tsx'
import type { QueuePhase, Screen } from '../screen.ts'
import { ScreenOf } from '../screen-of.tsx'
import { Stage } from '../stage.tsx'
import { StillHereScreen } from '../still-here-screen.tsx'
import { Home } from '../totem-app.tsx'
import { NEW_VISITOR } from '../totem-state.ts'
import type { Totem } from '../use-totem.ts'
import type { Words } from '../words.ts'
import { sampleContent, sceneIn } from './sample-scene.ts'
import { WALKED_SCREENS } from './walked-screens.tsx'

const CALL_SCREENS = { CallLayer, DeviceChoice, PrepareCard, StillHereScreen }

const waiting: QueuePhase = {
  kind: 'waiting',
  position: 2,
  again: false,
  wait: { kind: 'range', fromMin: 3, toMin: 5, longer: false },
  stillHere: null,
  callbackOffered: false,
}
const stillHere: QueuePhase = {
  ...waiting,
  stillHere: { answerBy: epochMs(MONDAY_1042 + 25_000) },
}

const tomorrow = epochMs(MONDAY_1042 + 24 * 3_600_000)

const LATER = { from: epochMs(MONDAY_1042 + 22 * 3_600_000), until: epochMs(MONDAY_1042 + 24 * 3_600_000) }

const SCREENS = {
  topic: { kind: 'page', page: { kind: 'topic', topic: 'identita' } },
  offices: { kind: 'page', page: { kind: 'offices' } },
  acts: { kind: 'page', page: { kind: 'acts' } },
  act: { kind: 'page', page: { kind: 'act', from: 'messenger' } },
  'life events': { kind: 'page', page: { kind: 'lifeEvents' } },
  'life event': { kind: 'page', page: { kind: 'lifeEvent', event: 'casa' } },
  notices: { kind: 'page', page: { kind: 'notices' } },
  gone: { kind: 'page', page: { kind: 'topic', topic: 'nowhere' } },
  sheet: { kind: 'page', page: { kind: 'sheet', service: 'cie' } },
  'kept sheet': { kind: 'page', page: { kind: 'sheet', service: 'cie' } },
  'hours too old': { kind: 'page', page: { kind: 'offices' } },
  notice: { kind: 'page', page: { kind: 'notice', service: 'cie' } },
  waiting: { kind: 'wait', service: 'cie', call: { ...callIn(waiting), phase: waiting } },
  'waiting without devices': { kind: 'wait', service: 'cie', call: { ...callIn(waiting), phase: waiting } },
  'still here': { kind: 'wait', service: 'cie', call: { ...callIn(stillHere), phase: stillHere } },
  thanks: { kind: 'thanks', call: callIn(waiting) },
  promise: { kind: 'promise', call: callIn(waiting), window: null },
  'promise for later': { kind: 'promise', call: callIn(waiting), window: LATER },
  closed: {
    kind: 'trouble',
    trouble: 'totem-closed',
    service: 'urp',
    nextSteps: stepsUntil(tomorrow),
    call: null,
  },
  'nobody on duty': {
    kind: 'trouble',
    trouble: 'nobody-on-duty',
    service: 'urp',
    nextSteps: stepsUntil(tomorrow, {
      totem: { name: 'Totem di Villanova', address: 'via Barbolini 9', closesAt: tomorrow },
      callback: true,
    }),
    call: null,
  },
  fault: { kind: 'trouble', trouble: 'fault', service: 'urp', nextSteps: null, call: null },
  replaced: { kind: 'replaced' },
} as const satisfies Readonly<Record<string, Screen>>

/** Of the day before: a page that a totem had kept while the network was away. */
const KEPT_AT = MONDAY_1042 - 26 * 3_600_000

const OPENED_LAST_WEEK: Opening = {
  kind: 'hours',
  intervals: [
    { opensAt: epochMs(MONDAY_1042 - 168 * 3_600_000), closesAt: epochMs(MONDAY_1042 - 164 * 3_600_000) },
  ],
}

/** What is otherwise there than on a page that was read just now. */
const SCENES: Readonly<Record<string, Partial<Scene>>> = {
  'kept sheet': { readAt: KEPT_AT },
  'hours too old': {
    content: {
      ...sampleContent,
      offices: sampleContent.offices.map((office) => ({ ...office, opening: OPENED_LAST_WEEK })),
    },
  },
}

/** What is otherwise there than on a totem where all is well. */
const TOTEMS: Readonly<Record<string, Partial<Totem>>> = {
  'home without a network': { link: 'stale' },
  'waiting without devices': {
    mediaState: {
      ...MEDIA_AT_REST,
      devices: {
        sound: { kind: 'unavailable', why: 'refused' },
        picture: { kind: 'unavailable', why: 'refused' },
      },
    },
  },
}

export const SCREEN_NAMES = [
  'home',
  'home without a network',
  'attract',
  'modes',
  ...Object.keys(SCREENS),
  ...WALKED_SCREENS,
]

/** Whoever has chosen a mode is asked before these come. */
export const WITHOUT_MODES: ReadonlySet<string> = new Set(['attract'])

/** Text of any length, and lists of a body's own; and what lies over a screen. */
export const READ_BY_SCROLLING: ReadonlySet<string> = new Set([
  'modes',
  'topic',
  'offices',
  'acts',
  'act',
  'life events',
  'life event',
  'notices',
  'gone',
  'sheet',
  'kept sheet',
  'hours too old',
  'search found',
  'privacy notice',
  'attendant tools',
  'call read',
  'call typed',
  'call read beside a sheet',
  'call typed over a sheet',
  'call with a sheet',
  'call with a list',
])

/** One screen of the totem as a visitor would find it, by its name in `SCREEN_NAMES`. */
export function GalleryScreen({ name, locale, words, modes }: ScreenInGallery) {
  const scene = { ...sceneIn(locale, words, TOTEMS[name]), ...SCENES[name] }
  if (name === 'attract') {
    return (
      <main className="stage">
        <dialog open aria-label={words.attract.title} className="attract">
          <AttractBoard scene={scene} turn={LOCALES.indexOf(locale)} />
        </dialog>
      </main>
    )
  }
  const screen = Object.entries(SCREENS).find(([each]) => each === name)?.[1] ?? null
  return (
    <Stage
      kind={screen?.kind ?? 'page'}
      words={words}
      locale={locale}
      state={{ ...NEW_VISITOR, locale, modes }}
      dispatch={() => undefined}
    >
      {name === 'modes' && <ModesPanel words={words} modes={modes} dispatch={() => undefined} />}
      {screen ? (
        <ScreenOf scene={scene} screen={screen} callScreens={CALL_SCREENS} />
      ) : (
        <Home scene={scene} />
      )}
    </Stage>
  )
}

export interface ScreenInGallery {
  name: string
  locale: Locale
  words: Words
  modes: readonly Mode[]
}
