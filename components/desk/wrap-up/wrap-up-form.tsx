'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { clockText } from '@/components/ui/duration.ts'
import { SelectField } from '@/components/ui/select-field.tsx'
import { TimeBar } from '@/components/ui/time-bar.tsx'
import { useLatest } from '@/components/ui/use-latest.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import {
  CATEGORIES,
  EMPTY_DRAFT,
  isTimeToSave,
  NOTE_LIMIT,
  OUTCOMES,
  type WrapUpDraft,
} from './wrap-up-draft.ts'

export type WrapUp = Extract<DeskWork, { kind: 'wrap_up' }>

export interface WrapUpFormProps {
  wrapUp: WrapUp
  /** What the operator marked during the call, to begin with. */
  note: string
  received: Received<DeskView>
  canSend: boolean
  /** Resolves to whether it was saved. */
  onSave: (draft: WrapUpDraft) => Promise<boolean>
  onExtend: () => void
}

/** How the call ended, within its time; keyed by call, so that an extension keeps what was written. */
export function WrapUpForm({ wrapUp, note, received, canSend, onSave, onExtend }: WrapUpFormProps) {
  const words = useTranslations('desk.wrapUp')
  const [draft, setDraft] = useState<WrapUpDraft>(note === '' ? EMPTY_DRAFT : { ...EMPTY_DRAFT, note })
  const [isSaving, setIsSaving] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])

  const save = async () => {
    if (isSaving) return
    setIsSaving(true)
    setHasFailed(false)
    if (await onSave(draft)) return
    setIsSaving(false)
    setHasFailed(true)
  }
  const change = (part: Partial<WrapUpDraft>) => setDraft((before) => ({ ...before, ...part }))
  const isTouched = draft !== EMPTY_DRAFT

  return (
    <form
      aria-labelledby={titleId}
      className="mx-auto flex w-full max-w-2xl flex-col gap-5 rounded-desk-lg border border-line bg-card p-8"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div>
        <h1 id={titleId} ref={title} tabIndex={-1} className="text-2xl font-bold">
          {words('title')}
        </h1>
        <p className="text-ink-2">
          {words('lead', { totem: wrapUp.totemName, service: wrapUp.serviceTitle })}
        </p>
      </div>
      <OutcomeRadios outcome={draft.outcome} onChange={(outcome) => change({ outcome })} />
      <CategoryField category={draft.category} onChange={(category) => change({ category })} />
      <NoteField note={draft.note} onChange={(note) => change({ note })} />
      {hasFailed ? (
        <p role="alert" className="font-semibold text-red">
          {words('failed')}
        </p>
      ) : null}
      <div className="flex gap-3">
        <Button type="submit" tone="main" size="large" isStill={isSaving || !canSend}>
          {words('save')}
        </Button>
        {wrapUp.isExtended ? (
          <p className="self-center text-sm text-ink-2">{words('extended')}</p>
        ) : (
          <Button size="large" isStill={!canSend} onClick={onExtend}>
            {words('extend')}
          </Button>
        )}
      </div>
      <TimeLeft wrapUp={wrapUp} received={received} isTouched={isTouched} onDue={() => void save()} />
    </form>
  )
}

function OutcomeRadios({
  outcome,
  onChange,
}: {
  outcome: WrapUpDraft['outcome']
  onChange: (outcome: WrapUpDraft['outcome']) => void
}) {
  const words = useTranslations('desk.wrapUp')
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold text-ink-2">{words('outcome')}</legend>
      <div className="grid grid-cols-2 gap-3">
        {OUTCOMES.map((each) => (
          <label
            key={each}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-desk-sm border border-line-strong bg-white px-4 py-2 leading-snug font-semibold has-checked:border-blue has-checked:bg-blue-light"
          >
            <input
              type="radio"
              name="outcome"
              value={each}
              checked={each === outcome}
              onChange={() => onChange(each)}
              className="size-4 flex-none accent-blue"
            />
            {words(`outcomes.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function CategoryField({
  category,
  onChange,
}: {
  category: string | null
  onChange: (category: string | null) => void
}) {
  const words = useTranslations('desk')
  return (
    <SelectField
      label={words('wrapUp.category')}
      value={category ?? ''}
      options={[
        { value: '', label: words('wrapUp.noCategory') },
        ...CATEGORIES.map((slug) => ({ value: slug, label: words(`categories.${slug}`) })),
      ]}
      onChange={(value) => onChange(value === '' ? null : value)}
    />
  )
}

function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const words = useTranslations('desk.wrapUp')
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold text-ink-2">
        {words('note')}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={NOTE_LIMIT}
        value={note}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        className="w-full resize-none rounded-desk-sm border border-line-strong bg-white px-4 py-3"
      />
      <p id={`${id}-hint`} className="text-sm text-ink-2 tabular-nums">
        {words('noteHint', { left: NOTE_LIMIT - note.length })}
      </p>
    </div>
  )
}

function TimeLeft({
  wrapUp,
  received,
  isTouched,
  onDue,
}: {
  wrapUp: WrapUp
  received: Received<DeskView>
  isTouched: boolean
  onDue: () => void
}) {
  const words = useTranslations('desk.wrapUp')
  const now = useServerTime(received, 250)
  const [startedAt] = useState(now)
  const isDue = isTimeToSave(isTouched, wrapUp.endsAt, now)
  const due = useLatest(onDue)
  useEffect(() => {
    if (isDue) due.current()
  }, [isDue, due])

  return (
    <div>
      <TimeBar totalMs={wrapUp.endsAt - startedAt} remainingMs={wrapUp.endsAt - now} tone="blue" />
      <p className="mt-2 flex justify-between gap-4 text-sm text-ink-2">
        <span>{words('whatThen')}</span>
        <span className="shrink-0 tabular-nums">
          {words('left', { time: clockText(wrapUp.endsAt - now + 999) })}
        </span>
      </p>
    </div>
  )
}
