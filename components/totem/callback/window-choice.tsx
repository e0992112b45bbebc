import type { Locale } from '@/lib/i18n/locale.ts'
import type { TimeWindow } from '@/lib/switchboard/board.ts'
import { clockTime, dayInWords } from '../times.ts'
import type { Words } from '../words.ts'

interface WindowChoiceProps {
  words: Words
  locale: Locale
  windows: readonly TimeWindow[]
  chosen: TimeWindow | null
  onChoose: (window: TimeWindow | null) => void
}

/** When to be called: as soon as possible, or within one of the windows of the next days. */
export function WindowChoice({ words, locale, windows, chosen, onChoose }: WindowChoiceProps) {
  const say = words.callback
  return (
    <fieldset className="windows flex flex-col gap-28">
      <legend className="sr-only">{say.when}</legend>
      <Choice label={say.soon} isChosen={chosen === null} onChoose={() => onChoose(null)} />
      {byDay(windows, locale).map(({ day, parts }) => (
        <div key={day} className="windows-day flex flex-col gap-16">
          <p className="px-12 text-body font-semibold first-letter:uppercase">{day}</p>
          <div className="grid grid-cols-2 gap-20">
            {parts.map((part) => (
              <Choice
                key={part.from}
                label={`${clockTime(part.from, locale)}–${clockTime(part.until, locale)}`}
                name={`${day} ${clockTime(part.from, locale)}–${clockTime(part.until, locale)}`}
                isChosen={chosen?.from === part.from && chosen.until === part.until}
                onChoose={() => onChoose(part)}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  /** For those who do not see the day above it. */
  name?: string
  isChosen: boolean
  onChoose: () => void
}

function Choice({ label, name = label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label
      className={`key flex min-h-112 cursor-pointer items-center gap-24 rounded-key px-36 text-lead font-semibold ${
        isChosen ? 'bg-blue text-white' : 'hairline border-line-strong bg-card active:bg-blue-light'
      }`}
    >
      <input
        type="radio"
        name="window"
        aria-label={name}
        checked={isChosen}
        onChange={onChoose}
        className={`size-44 shrink-0 appearance-none rounded-full border-4 ${
          isChosen ? 'border-white bg-white ring-8 ring-blue-deep ring-inset' : 'border-line-strong bg-white'
        }`}
      />
      {label}
    </label>
  )
}

function byDay(windows: readonly TimeWindow[], locale: Locale): { day: string; parts: TimeWindow[] }[] {
  const days = new Map<string, TimeWindow[]>()
  for (const window of windows) {
    const day = dayInWords(window.from, locale)
    days.set(day, [...(days.get(day) ?? []), window])
  }
  return [...days].map(([day, parts]) => ({ day, parts }))
}
