'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { memo, useId, useMemo, useState } from 'react'
import type { ServiceSheet } from '@/lib/content/services.ts'
import { elided } from '@/lib/i18n/elided.ts'
import { findSheets } from './find-sheets.ts'

export interface KnowledgeColumnProps {
  sheets: readonly ServiceSheet[]
  /** The service of the call in hand, by title; null: no call. */
  asked: string | null
}

/** What the visitor reads on the totem, for whoever answers. Long, and none of the moments of a call's business. */
export const KnowledgeColumn = memo(function KnowledgeColumn({ sheets, asked }: KnowledgeColumnProps) {
  const words = useTranslations('desk.knowledge')
  const [query, setQuery] = useState('')
  const found = useMemo(() => findSheets(sheets, query, asked), [sheets, query, asked])
  const titleId = useId()
  return (
    <aside
      aria-labelledby={titleId}
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto border-l border-line bg-card p-5"
    >
      <h2 id={titleId} className="text-sm font-semibold text-ink-2">
        {words('title')}
      </h2>
      <input
        type="search"
        aria-label={words('search')}
        placeholder={words('search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="min-h-12 w-full shrink-0 rounded-desk-sm border border-line-strong bg-white px-4 placeholder:text-ink-2"
      />
      <p role="status" className="text-ink-2 empty:sr-only">
        {found.length === 0 ? words('nothing') : ''}
      </p>
      <ul className="flex flex-col gap-3">
        {found.map((sheet) => (
          <li key={`${sheet.slug}-${sheet.slug === asked}`}>
            <Sheet sheet={sheet} isAsked={sheet.slug === asked} />
          </li>
        ))}
      </ul>
    </aside>
  )
})

/** Closed it says which sheet it is; the one of the call is open from the start. */
function Sheet({ sheet, isAsked }: { sheet: ServiceSheet; isAsked: boolean }) {
  const words = useTranslations('desk.knowledge')
  return (
    <details
      open={isAsked}
      className={`rounded-desk border p-4 ${isAsked ? 'border-2 border-blue bg-blue-light' : 'border-line bg-white'}`}
    >
      <summary className="cursor-pointer">
        <span className="font-semibold">{sheet.title}</span>
        {isAsked ? (
          <span className="block text-sm font-semibold text-blue-deep">{words('asked')}</span>
        ) : null}
        {sheet.summary ? <span className="block text-sm text-ink-2">{sheet.summary}</span> : null}
      </summary>
      <Body sheet={sheet} />
    </details>
  )
}

const PARTS = ['whoCanAsk', 'howTo', 'cost', 'time', 'where'] as const

function Body({ sheet }: { sheet: ServiceSheet }) {
  const words = useTranslations('desk.knowledge')
  const format = useFormatter()
  return (
    <div className="mt-3 flex flex-col gap-3 text-sm">
      {sheet.whatToBring.length > 0 ? (
        <div>
          <h3 className="font-semibold">{words('whatToBring')}</h3>
          <ul className="list-disc pl-5">
            {sheet.whatToBring.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {PARTS.filter((part) => sheet[part] !== '').map((part) => (
        <div key={part}>
          <h3 className="font-semibold">{words(part)}</h3>
          <p className="whitespace-pre-line">{sheet[part]}</p>
        </div>
      ))}
      {sheet.reviewedAt ? (
        <p className="text-ink-2">
          {elided(
            words('reviewed', { date: format.dateTime(new Date(sheet.reviewedAt), { dateStyle: 'long' }) }),
          )}
        </p>
      ) : null}
      {sheet.sourceUrl ? (
        <p className="wrap-anywhere text-ink-2">
          {words('source')}: {sheet.sourceUrl}
        </p>
      ) : null}
    </div>
  )
}
