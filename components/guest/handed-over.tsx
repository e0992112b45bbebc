'use client'

import { useState } from 'react'
import { distanceText } from '@/components/call/stage/plan-drawing.tsx'
import { StageBody } from '@/components/call/stage/stage-body.tsx'
import type { StagePage } from '@/lib/content/stage-page.ts'
import type { FullLocale } from '@/lib/i18n/locale.ts'

export interface HandedOverProps {
  page: StagePage
  locale: FullLocale
  words: {
    from: string
    until: string
    stays: string
    more: string
    print: string
    here: string
    sketch: string
    distance: string
  }
  bodyName: string
  /** Other pages that this one leads to. */
  links?: readonly { title: string; address: string }[]
  /** Null: it is public, for as long as it is published. */
  readableUntil: number | null
  /** Null: the content is a real town's. */
  sampleMark: string | null
}

/** A page from the totem on the visitor's own phone: read, ticked off, printed. What is ticked stays on the phone. */
export function HandedOver(props: HandedOverProps) {
  const { page, locale, words, bodyName, links = [], readableUntil, sampleMark } = props
  const [ticked, setTicked] = useState<readonly number[]>([])
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Rome' })
  return (
    <main lang={locale} className="mx-auto max-w-2xl px-6 py-8 print:py-0">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-3 text-base text-ink-2">
        <span>{words.from.replace('{body}', bodyName)}</span>
        {sampleMark && (
          <span className="rounded-full bg-sun px-3 py-1 text-sm font-semibold text-ink">{sampleMark}</span>
        )}
      </header>
      <h1 className="text-3xl font-bold">{page.title}</h1>
      {page.lead && <p className="mt-1 mb-6 text-ink-2">{page.lead}</p>}
      <div className="my-6 text-lg">
        <StageBody
          page={page}
          locale={locale}
          labels={{
            here: words.here,
            sketch: words.sketch,
            distance: (metres) => words.distance.replace('{distance}', distanceText(metres, locale)),
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
                  {title}
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
          {readableUntil === null ? words.stays : words.until.replace('{time}', until.format(readableUntil))}
        </p>
      </footer>
    </main>
  )
}
