import type { ReactNode } from 'react'
import { GENERIC_SERVICE } from '@/lib/content/generic-service.ts'
import { directionOf, LOCALES, languageTag } from '@/lib/i18n/locale.ts'
import { type CallKeyWording, callKeyWording } from '../call-key-wording.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-sprite.tsx'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { type Scene, sampleMark } from '../scene.tsx'
import { clockTime } from '../times.ts'

interface AttractBoardProps {
  /** In the language of this turn. */
  scene: Scene
  /** Decides its place on the panel. */
  turn: number
}

/** Upper edge, lower edge, middle. */
const PLACES = 3

/** What can be done at this totem, in one language, and whether anybody could answer now. */
export function AttractBoard({ scene, turn }: AttractBoardProps) {
  const { words, locale } = scene
  const say = words.attract
  return (
    <div className="sky attract-ground text-white" data-place={turn % PLACES}>
      <div aria-hidden className="dusk attract-dusk" data-shown={turn % 2 === 1} />
      <div key={locale} lang={languageTag(locale)} dir={directionOf(locale)} className="attract-board">
        <div>
          <p className="flex items-baseline gap-24 text-lead font-semibold">
            <span>{scene.bodyName}</span>
            <time className="ms-auto">{clockTime(scene.now, locale)}</time>
          </p>
          {sampleMark(scene)}
        </div>
        <h1 className="attract-title font-bold">{say.title}</h1>
        <ul className="attract-list">
          <Offer icon="video" title={say.call}>
            <Answer scene={scene} />
          </Offer>
          <Offer icon="file-text" title={say.read} />
          <Offer icon="clock" title={say.hours} />
          <Offer icon="accessibility" title={say.access} />
        </ul>
        <button
          type="button"
          className="key flex min-h-148 items-center justify-center gap-32 rounded-full bg-white px-64 text-heading font-bold text-blue-deep"
        >
          <Icon name="hand" className="size-76 shrink-0" />
          {say.touch}
        </button>
        <p aria-hidden className="flex flex-wrap gap-x-32 gap-y-8 text-body" dir="ltr">
          {LOCALES.map((each) => (
            <span
              key={each}
              lang={languageTag(each)}
              className={each === locale ? 'font-bold text-sun' : 'text-white'}
            >
              {LANGUAGE_NAMES[each]}
            </span>
          ))}
        </p>
      </div>
    </div>
  )
}

function Offer({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <li className="flex items-center gap-36">
      <span className="grid attract-picture size-108 shrink-0 place-items-center rounded-chip">
        <Icon name={icon} className="size-64" />
      </span>
      <div className="min-w-0">
        <p className="text-title font-semibold">{title}</p>
        {children}
      </div>
    </li>
  )
}

const LAMPS: Readonly<Record<CallKeyWording['tone'], string>> = {
  ready: 'bg-green-lamp',
  waiting: 'bg-sun',
  checking: 'bg-night-ink-2',
  no: 'bg-night-ink-2',
}

/** What a call would get now, as home's key says it; where it would get nothing, the number to dial. */
function Answer({ scene }: { scene: Scene }) {
  const { totem, words, locale, now, phone } = scene
  const isAway = totem.link === 'down' || totem.link === 'stale'
  const wording = isAway
    ? ({ tone: 'no', detail: words.callKey.offlineTitle } as const)
    : callKeyWording(totem.view?.callable[GENERIC_SERVICE], words, locale, now)
  return (
    <p className="mt-8 text-lead">
      <span className="flex items-baseline gap-18">
        <span aria-hidden className={`size-24 shrink-0 rounded-full ${LAMPS[wording.tone]}`} />
        {wording.detail}
      </span>
      {wording.tone === 'no' && phone !== '' && (
        <span className="block font-semibold">
          {words.attract.phone} <bdi>{phone}</bdi>
        </span>
      )}
    </p>
  )
}
