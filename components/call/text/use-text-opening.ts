'use client'

import { useEffect, useMemo, useState } from 'react'
import type { TextTalkState } from '@/components/call/text/text-state.ts'

/** `reading`: what is said is shown. `typing`: and the keyboard is out. */
export type TextOpening = 'closed' | 'reading' | 'typing'

/**
 * How much of the text is on the screen. It opens by itself when the operator writes, and where text is all
 * there is it is open from the start. A keyboard makes room for what is put up, and comes back when that is taken
 * down or the person wants it.
 *
 * @param shown what is up beside the text; null: nothing
 */
export function useTextOpening(
  state: TextTalkState,
  isTextOnly: boolean,
  shown: string | null,
): [TextOpening, (next: TextOpening) => void] {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const heard = useMemo(() => lastHeard(state), [state])
  const writerKey = state.writer?.run
  // biome-ignore lint/correctness/useExhaustiveDependencies: another call begins as if nothing had been chosen
  useEffect(() => setChosen(null), [writerKey])
  const opening = chosen
    ? openedBy(chosen, { heard, shown })
    : isTextOnly
      ? writtenBeside(shown)
      : heard === ''
        ? 'closed'
        : 'reading'
  return [opening, (next) => setChosen({ opening: next, heard, shown })]
}

/** What the person has chosen, and what they had heard and been shown by then. */
interface Chosen {
  opening: TextOpening
  heard: string
  shown: string | null
}

/** Closed, and something has been said since: open again. Typing, and something else has been put up since: read. */
function openedBy({ opening, heard, shown }: Chosen, now: Omit<Chosen, 'opening'>): TextOpening {
  if (opening === 'typing' && now.shown !== shown) return writtenBeside(now.shown)
  return opening === 'closed' && now.heard !== heard && now.heard !== '' ? 'reading' : opening
}

const writtenBeside = (shown: string | null): TextOpening => (shown === null ? 'typing' : 'reading')

/** The newest of what others have typed, as far as it has come; empty: they have not. */
function lastHeard({ conversation, writer, isForgotten }: TextTalkState): string {
  const last = conversation.lines.findLast(({ by, text }) => by !== writer?.by && text !== '')
  return last ? `${last.by} ${last.run} ${last.number} ${last.revision}` : isForgotten ? 'forgotten' : ''
}
