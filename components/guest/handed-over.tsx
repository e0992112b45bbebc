'use client'

import { useState } from 'react'
import { distanceText } from '@/components/call/stage/plan-drawing.tsx'
import { StageBody } from '@/components/call/stage/stage-body.tsx'
import type { StagePage } from '@/lib/content/stage-page.ts'
import { directionOf, fullLocale, type Locale, languageTag } from '@/lib/i18n/locale.ts'
import type { PageWords } from './handout-words.ts'

export interface HandedOverProps {
  page: StagePage
  /** What the page speaks; the content is in the nearest language that editors write in. */
  locale: Locale
  words: PageWords
  bodyName: string
  /** Other pages that this one leads to. `title` empty: the page's list to tick off. */
  links?: readonly { title: string; address: string }[]
  /** How long it can be read, and how that is said. Null: it is public, for as long as it is published. */
  readable: { until: number; says: string } | null
  isSample: boolean
}

/** A page from the totem on the visitor's own phone: read, ticked off, printed. What is ticked stays on the phone. */
export function HandedOver(props: HandedOverProps) {
  const { page, locale, words, bodyName, links = [], readable, isSample } = props
  const [ticked, setTicked] = useState<readonly number[]>([])
  const written = fullLocale(locale)
  const content = { lang: written, dir: directionOf(written) }
  const until = new Intl.DateTimeFormat(written, { timeStyle: 'short', timeZone: 'Europe/Rome' })
  return (
    <main
      lang={languageTag(locale)}
      dir={directionOf(locale)}
      className="mx-auto max-w-2xl px-6 py-8 print:py-0"
    >
      <header className="mb-6 flex flex-wrap items-center justify-between gap-3 text-base text-ink-2">
        <span>{words.from.replace('{body}', bodyName)}</span>
        {isSample && (
          <span className="rounded-full bg-sun px-3 py-1 text-sm font-semibold text-ink">
            {words.sampleData}
          </span>
        )}
      </header>
      {written !== locale && (
        <p className="mb-6 rounded-desk-sm bg-sun-light px-4 py-3 text-base font-semibold">
          {words.italianOnly}
        </p>
      )}
      <h1 {...content} className="text-3xl font-bold">
        {page.title}
      </h1>
      {page.lead && (
        <p {...content} className="mt-1 mb-6 text-ink-2">
          {page.lead}
        </p>
      )}
      <div {...content} className="my-6 text-lg">
        <StageBody
          page={page}
          locale={written}
          labels={{
            here: words.here,
            sketch: words.sketch,
            distance: (metres) => words.distance.replace('{distance}', distanceText(metres, written)),
          }}
          highlight={null}
          ticked={ticked}
          marks={[]}
          onPart={null}
          onTick={(item, isTicked) =>
            setTicked((before) => (isTicked ? [...before, item] : before.filter((one) => one !== item)))
          }
        />
      </div>
      {links.length > 0 && (
        <nav aria-label={words.more} className="my-6 print:hidden">
          <ul className="flex flex-col gap-3">
            {links.map(({ title, address }) => (
              <li key={address}>
                <a
                  href={address}
                  className="flex min-h-12 items-center rounded-desk-sm border border-line-strong px-6 py-3 font-semibold text-blue"
                >
                  {title ? <bdi lang={written}>{title}</bdi> : words.checklist}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <footer className="mt-8 flex flex-col gap-4 print:hidden">
        <button
          type="button"
          className="min-h-12 rounded-desk-sm border border-blue bg-blue px-6 py-3 font-semibold text-white"
          onClick={() => print()}
        >
          {words.print}
        </button>
        <p suppressHydrationWarning className="text-base text-ink-2">
          {readable === null ? words.stays : readable.says.replace('{time}', until.format(readable.until))}
        </p>
      </footer>
    </main>
  )
}
