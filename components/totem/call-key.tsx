import type { CallKeyWording } from './call-key-wording.ts'
import { Icon } from './icon.tsx'
import type { Words } from './words.ts'

interface CallKeyProps {
  name: string
  wording: CallKeyWording
  onCall: () => void
}

const LAMPS: Readonly<Record<CallKeyWording['tone'], string>> = {
  ready: 'bg-green-lamp',
  waiting: 'bg-sun',
  checking: 'bg-white/60',
  no: 'bg-line-strong',
}

/** Beyond this many letters a name would need two lines in the size of a heading. */
const LONG_NAME = 20

/** The way to a person. Says what a touch gets now; when the answer is no, the touch explains it. */
export function CallKey({ name, wording, onCall }: CallKeyProps) {
  const isNo = wording.tone === 'no'
  return (
    <button
      type="button"
      onClick={onCall}
      className={`key call-key flex tall min-h-216 w-full items-center gap-44 rounded-card px-48 py-28 text-start ${
        isNo ? 'hairline border-line-strong bg-card text-ink' : 'bg-green text-white active:bg-green-deep'
      }`}
    >
      <span
        className={`call-key-picture grid size-148 shrink-0 place-items-center rounded-full ${
          isNo ? 'bg-blue-light text-blue-deep' : 'bg-white text-green'
        }`}
      >
        <Icon name="video" className="size-84" />
      </span>
      <span className="min-w-0">
        <span className={`block font-bold ${name.length > LONG_NAME ? 'text-call-long' : 'text-heading'}`}>
          {name}
        </span>{' '}
        <span className="mt-12 flex items-baseline gap-18 text-body">
          <span aria-hidden className={`size-22 shrink-0 rounded-full ${LAMPS[wording.tone]}`} />
          {wording.detail}
        </span>
      </span>
    </button>
  )
}

interface PhoneInsteadProps {
  words: Words
  phone: string
  /** "Aperto fino alle 18:30"; empty: not known. */
  hours: string
  /** Of when the pages are that can still be read. */
  asOf: string
}

/** In the call key's place while the totem has no connection: the number to dial instead, and when. */
export function PhoneInstead({ words, phone, hours, asOf }: PhoneInsteadProps) {
  return (
    <div
      role="status"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever listens finds the number where the call key was
      tabIndex={0}
      className="call-key hairline flex tall min-h-216 items-center gap-44 rounded-card border-line-strong bg-card px-48 py-8"
    >
      <span className="call-key-picture spare grid size-148 shrink-0 place-items-center rounded-full bg-blue-light text-blue-deep">
        <Icon name="phone" className="size-76" />
      </span>
      <p>
        <span className="block text-lead font-bold">{words.callKey.offlineTitle}</span>
        <span className="block text-small text-ink-2">{words.callKey.offlineText}</span>
        <span className="flex flex-wrap items-baseline gap-x-28">
          <bdi className="text-heading font-bold">{phone}</bdi> {hours}
        </span>
        <span className="block text-small text-ink-2">{asOf}</span>
      </p>
    </div>
  )
}
