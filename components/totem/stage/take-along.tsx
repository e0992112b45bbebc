import { useEffect, useState } from 'react'
import { sendCommand } from '@/lib/events/send-command.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { CallId, PageEpoch } from '@/lib/switchboard/ids.ts'
import type { PageRef } from '@/lib/switchboard/stage.ts'
import { Key } from '../key.tsx'
import { inForms } from '../plural-forms.ts'
import { totemUrl } from '../totem-link.ts'
import { fill, type Words } from '../words.ts'

export interface TakeAlongProps {
  words: Words
  locale: Locale
  page: PageRef
  of: { slug: string; epoch: PageEpoch; callId: CallId }
}

interface Code {
  svg: string
  address: string
  minutes: number
  /** The address leads to this very computer. */
  isOnlyHere: boolean
}

/** A fresh code each time it is shown: it opens the page on one phone. */
export function TakeAlong({ words, locale, page: { kind, slug }, of }: TakeAlongProps) {
  const say = words.stage
  const [code, setCode] = useState<Code | 'failed' | 'old' | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { callId, epoch } = of
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks for another code
  useEffect(() => {
    let isLeft = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const url = totemUrl(`/api/calls/${callId}/handouts`, of.slug)
      const answer = await sendCommand<Code>(url, { epoch, page: { kind, slug }, locale })
      if (isLeft) return
      setCode(answer.ok ? answer.value : 'failed')
      if (answer.ok) timer = setTimeout(() => setCode('old'), answer.value.minutes * 60_000)
    }
    void ask()
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [attempt, callId, epoch, kind, slug, locale, of.slug])

  if (code === 'failed' || code === 'old') {
    return (
      <div className="grid flex-1 place-content-center gap-32 px-96 text-center">
        <p role="status" className="text-lead font-semibold">
          {code === 'old' ? say.qrOld : say.qrFailed}
        </p>
        <Key tone="blue" onClick={() => setAttempt(attempt + 1)}>
          {say.qrAgain}
        </Key>
      </div>
    )
  }
  return (
    <div className="flex min-h-0 flex-1 items-center gap-48 overflow-y-auto px-48 pb-28">
      <div className="grid size-440 shrink-0 place-items-center rounded-chip bg-white">
        {code && (
          // biome-ignore lint/performance/noImgElement: a drawing that came with the answer
          <img
            src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`}
            alt={fill(say.qrAlt, { address: code.address })}
            className="size-440"
          />
        )}
      </div>
      <div className="min-w-0">
        <p className="text-lead font-bold">{say.qrTitle}</p>
        <p role="status" className="mt-16 text-body text-ink-2">
          {code ? inForms(say.qrText, { minutes: code.minutes }, locale) : ''}
        </p>
        {code?.isOnlyHere && (
          <p className="mt-24 rounded-chip bg-sun-light px-28 py-16 text-small break-all">
            {fill(say.qrOnlyHere, { address: code.address })}
          </p>
        )}
      </div>
    </div>
  )
}
