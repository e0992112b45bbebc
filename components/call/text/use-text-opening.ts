'use client'

import { useEffect, useMemo, useState } from 'react'
import type { TextTalkState } from '@/components/call/text/text-state.ts'

/** `reading`: what is said is shown. `typing`: and the keyboard is out. */
export type TextOpening = 'closed' | 'reading' | 'typing'

/**
 * How much of the text is on the screen. It opens by itself when the operator writes, and where text is all
 * there is it is open from the start.
 */
export function useTextOpening(
  state: TextTalkState,
  isTextOnly: boolean,
): [TextOpening, (next: TextOpening) => void] {
  const [chosen, setChosen] = useState<{ opening: TextOpening; heard: string } | null>(null)
  const heard = useMemo(() => lastHeard(state), [state])
  const writerKey = state.writer?.run
  // biome-ignore lint/correctness/useExhaustiveDependencies: another call begins as if nothing had been chosen
  useEffect(() => setChosen(null), [writerKey])
  const opening = chosen
    ? openedBy(chosen, heard)
    : isTextOnly
      ? 'typing'
      : heard === ''
        ? 'closed'
        : 'reading'
  return [opening, (next) => setChosen({ opening: next, heard })]
}

/** Closed, and something has been said since: open again. */
const openedBy = ({ opening, heard }: { opening: TextOpening; heard: string }, now: string): TextOpening =>
  opening === 'closed' && now !== heard && now !== '' ? 'reading' : opening

/** The newest of what others have typed, as far as it has come; empty: they have not. */
function lastHeard({ conversation, writer, isForgotten }: TextTalkState): string {
  const last = conversation.lines.findLast(({ by, text }) => by !== writer?.by && text !== '')
  return last ? `${last.by} ${last.run} ${last.number} ${last.revision}` : isForgotten ? 'forgotten' : ''
}
