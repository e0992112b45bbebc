'use client'

import { BookOpenText, FilePenLine, ListChecks, MapPin, QrCode, ScreenShare } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Modal } from '@/components/ui/modal.tsx'
import type { StageChoice } from '@/lib/content/stage-choices.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { Showing } from '@/lib/switchboard/stage.ts'
import { findChoices } from './find-choices.ts'
import { recentPages, rememberPage } from './recent-pages.ts'
import { useStageChoices } from './use-stage-choices.ts'

export interface StageChooserProps {
  /** The service that the call is about. */
  asked: string
  onShow: (showing: Showing) => Promise<CommandAnswer>
  /** One's own screen or a window instead of a page. */
  onScreen: () => void
  onClose: () => void
}

const ICONS = { sheet: BookOpenText, checklist: ListChecks, form: FilePenLine, office: MapPin } as const

/** Chooses what both ends look at, without leaving the keyboard: words, arrows, Enter. */
export function StageChooser({ asked, onShow, onScreen, onClose }: StageChooserProps) {
  const words = useTranslations('desk.stage')
  const choices = useStageChoices(useLocale())
  const [query, setQuery] = useState('')
  const [trouble, setTrouble] = useState<'gone' | 'failed' | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = Array.isArray(choices) ? findChoices(choices, { query, asked, recent: recentPages() }) : []

  const show = async (choice: StageChoice, asQr: boolean) => {
    const { kind, slug } = choice
    const answer = await onShow(asQr ? { kind: 'qr', page: { kind, slug } } : showingOf(choice))
    if (!answer.ok) {
      setTrouble(answer.refusal === 'stage-page-unknown' ? 'gone' : 'failed')
      return
    }
    rememberPage(choice)
    onClose()
  }
  /** From `row` to the one below or above; rows count from 0, the search is above them. */
  const onArrow = (event: KeyboardEvent, row: number) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(found.length - 1, row + step)
    const target = next < 0 ? null : list.current?.children[next]?.querySelector('button')
    if (target) target.focus()
    else list.current?.parentElement?.querySelector('input')?.focus()
  }

  return (
    <Modal title={words('chooserTitle')} onDismiss={onClose}>
      <div className="flex flex-col gap-4">
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
          autoFocus
          type="search"
          aria-label={words('search')}
          placeholder={words('search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            onArrow(event, -1)
            if (event.key === 'Enter' && found[0]) void show(found[0], false)
          }}
          className="min-h-12 w-full rounded-desk-sm border border-line-strong bg-white px-4 placeholder:text-ink-2"
        />
        {trouble ? (
          <p role="alert" className="rounded-desk-sm bg-red-light px-4 py-3 font-semibold text-red-deep">
            {words(`trouble.${trouble}`)}
          </p>
        ) : null}
        <p className="text-sm text-ink-2">{words('keys')}</p>
        <ul
          ref={list}
          aria-label={words('pages')}
          className="-mx-2 max-h-[46vh] min-h-40 overflow-y-auto px-2 py-1"
        >
          {found.map((choice, row) => (
            <Choice
              key={`${choice.kind} ${choice.slug}`}
              choice={choice}
              isAsked={choice.service === asked}
              onShow={(asQr) => void show(choice, asQr)}
              onKeyDown={(event) => onArrow(event, row)}
            />
          ))}
        </ul>
        <p role="status" className="text-ink-2 empty:sr-only">
          {choices === null || found.length > 0
            ? ''
            : choices === 'failed'
              ? words('notRead')
              : words('nothing')}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button onClick={onScreen}>
            <ScreenShare aria-hidden="true" size={20} />
            {words('screen')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }

function showingOf({ kind, slug }: StageChoice): Showing {
  return kind === 'sheet' || kind === 'form' ? { kind, slug, part: null } : { kind, slug }
}

interface ChoiceProps {
  choice: StageChoice
  isAsked: boolean
  onShow: (asQr: boolean) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function Choice({ choice, isAsked, onShow, onKeyDown }: ChoiceProps) {
  const words = useTranslations('desk.stage')
  const Icon = ICONS[choice.kind]
  const more = isAsked ? words('asked') : choice.hint
  return (
    <li className="flex items-stretch gap-1">
      <button
        type="button"
        onClick={() => onShow(false)}
        onKeyDown={onKeyDown}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-3 rounded-desk-sm px-3 py-2 text-left hover:bg-blue-light focus-visible:bg-blue-light"
      >
        <Icon aria-hidden="true" size={22} className="shrink-0 text-blue" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{choice.title}</span>
          <span className="block truncate text-sm text-ink-2">
            {words(`kinds.${choice.kind}`)}
            {more ? ` · ${more}` : ''}
          </span>
        </span>
      </button>
      <button
        type="button"
        aria-label={words('qrOf', { title: choice.title })}
        title={words('qrOf', { title: choice.title })}
        onClick={() => onShow(true)}
        className="grid w-12 shrink-0 cursor-pointer place-items-center rounded-desk-sm text-blue-deep hover:bg-blue-light"
      >
        <QrCode aria-hidden="true" size={20} />
      </button>
    </li>
  )
}
