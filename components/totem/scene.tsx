import { GENERIC_SERVICE } from '@/lib/content/generic-service.ts'
import type { Kept } from '@/lib/content/privacy-page.ts'
import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import { elided } from '@/lib/i18n/elided.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CallKey, PhoneInstead } from './call-key.tsx'
import { callKeyWording } from './call-key-wording.ts'
import { OFFICES_TOPIC, type Sheet, type TotemContent } from './content.ts'
import { openNow } from './open-now.ts'
import { SampleMark } from './sample-mark.tsx'
import { clockTime, dateInWords } from './times.ts'
import type { Page } from './totem-state.ts'
import type { Totem } from './use-totem.ts'
import { fill, type Words } from './words.ts'

/** What every screen is drawn from. */
export interface Scene {
  /** The totem in front of the visitor. */
  slug: string
  totemName: string
  bodyName: string
  phone: string
  /** How the body's data protection officer is reached; empty: not entered. */
  dataProtectionOfficer: string
  /** How long the body keeps what is told of a visitor. */
  kept: Kept
  /** This installation as phones reach it. */
  phonesAt: string
  isSample: boolean
  /** The totem has no hours of its own: said beside the mark of sample data. */
  isAlwaysOpen: boolean
  /** What can be printed here may be taken along. */
  hasPrinter: boolean
  /** Its measures, times and devices. */
  hardware: TotemHardware
  locale: Locale
  words: Words
  content: TotemContent
  /** When the server had read it. */
  readAt: number
  totem: Totem
  now: number
}

export const sampleMark = ({ isSample, isAlwaysOpen, words }: Scene) =>
  isSample && <SampleMark words={words} isAlwaysOpen={isAlwaysOpen} />

/** Pages are renewed every few minutes while nobody is there: older ones may have been kept from another day. */
const MAY_BE_KEPT_MS = 10 * 60_000

/** On a page also of when it is, where it may be old; without a connection the call key's place says it. */
export const pageMarks = (scene: Scene, mark = sampleMark(scene)) =>
  scene.totem.link === 'up' && scene.now - scene.readAt > MAY_BE_KEPT_MS ? (
    <>
      {mark}
      <p className="text-small">{asOf(scene)}</p>
    </>
  ) : (
    mark
  )

export const bottomBar = ({ totem, words }: Scene, hasWayBack: boolean) => (
  <BottomBar words={words} onBack={hasWayBack ? () => totem.dispatch({ type: 'wentBack' }) : undefined} />
)

/** The way to a person from this page: about its sheet if that can be called about, else the URP. */
export function callKey(scene: Scene, sheet: Sheet | undefined) {
  const { totem, words, locale, now, phone } = scene
  if (totem.link === 'down' || totem.link === 'stale')
    return <PhoneInstead words={words} phone={phone} hours={phoneHours(scene)} asOf={asOf(scene)} />
  const callable = totem.view?.callable
  const service = sheet?.callable && (!callable || callable[sheet.slug]) ? sheet.slug : GENERIC_SERVICE
  return (
    <CallKey
      name={service === GENERIC_SERVICE ? words.callKey.name : words.callKey.nameSheet}
      wording={callKeyWording(callable?.[service], words, locale, now)}
      onCall={() => totem.askForCall(service)}
    />
  )
}

/** A topic with one sheet leads straight to it. */
export function pageOfTopic(topic: string, content: TotemContent): Page {
  if (topic === OFFICES_TOPIC) return { kind: 'offices' }
  const [first, ...others] = content.sheets.filter((sheet) => sheet.topic === topic)
  return first && others.length === 0 ? { kind: 'sheet', service: first.slug } : { kind: 'topic', topic }
}

/** When the office behind the number is there; empty: nobody knows. */
function phoneHours({ content, words, locale, now }: Scene): string {
  const office = content.offices.find(({ slug }) => slug === GENERIC_SERVICE)
  const state = office && openNow(office.opening, words, locale, now)
  return state && state.isOpen !== null ? state.text : ''
}

/** Of which day the pages are that can still be read. */
const asOf = ({ readAt, words, locale }: Scene): string =>
  elided(fill(words.callKey.asOf, { date: dateInWords(readAt, locale), time: clockTime(readAt, locale) }))
