'use client'

import { useEffect, useRef, useState } from 'react'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { ScreenShare } from '@/components/call/screen-share.ts'
import type { OfferId } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import type { OfferCommands } from '../call/offer-commands.ts'
import { engagementOf, isRung } from '../offer-of.ts'
import type { Desk } from '../use-desk.ts'
import { type AnswerRefusalWords, answerRefusalWords } from './answer-refusal.ts'
import { endedUnasked } from './ended-unasked.ts'
import { type NotEndedWords, notEndedWords } from './not-ended.ts'

/** What the person has asked of the offer in hand; the stream says what became of it. */
export type Asked = 'answer' | 'decline' | 'hang_up'

export interface Ring {
  asked: Asked | null
  /** Why the last ring came to nothing; null: it did not, or has been read. */
  refusal: AnswerRefusalWords | null
  forgetRefusal: () => void
  /** Why the call in hand has not been ended; null: nobody tried, or it has been read. */
  notEnded: NotEndedWords | null
  forgetNotEnded: () => void
  answer: () => void
  decline: () => void
  hangUp: () => void
}

/** A word about a ring that came to nothing stays this long. */
const REFUSAL_STAYS_MS = 10_000

/** What of the desk is needed to answer and to end. */
type DeskOfRing = Pick<Desk, 'offer' | 'answer'> & {
  media: Pick<CallMedia, 'setUserMuted'> & { screens: { own: Pick<ScreenShare, 'stop'> } }
}

/** Answering, declining and ending the offer in hand. */
export function useRing(desk: DeskOfRing, view: DeskView): Ring {
  const [asked, setAsked] = useState<{ id: OfferId; what: Asked } | null>(null)
  const [refusal, setRefusal] = useState<AnswerRefusalWords | null>(null)
  const [failedEnd, setFailedEnd] = useState<{ id: OfferId; why: NotEndedWords } | null>(null)
  const { offer, media } = desk
  // An answer or a decline is done with once nothing rings; the call it led to can be ended.
  const isPending = asked?.id === offer?.id && (asked?.what === 'hang_up' || isRung(view))
  const ours = asked && isPending ? asked.what : null

  const previous = useRef<DeskView | null>(null)
  const lastAsked = useRef<OfferId | null>(null)
  useEffect(() => {
    const before = previous.current
    previous.current = view
    const takenBack = before && endedUnasked(before, view, lastAsked.current)
    if (takenBack) setRefusal(takenBack)
    if (engagementOf(view)) setRefusal(null)
  }, [view])

  useEffect(() => {
    if (refusal === null) return
    const timer = setTimeout(() => setRefusal(null), REFUSAL_STAYS_MS)
    return () => clearTimeout(timer)
  }, [refusal])

  /** Runs one command on the offer; a "no" frees the keys again. */
  const ask = async (what: Asked, command: (offer: OfferCommands) => ReturnType<OfferCommands['answer']>) => {
    if (!offer || ours) return null
    setAsked({ id: offer.id, what })
    lastAsked.current = offer.id
    const answer = await command(offer)
    if (!answer.ok) setAsked(null)
    return answer
  }

  return {
    asked: ours,
    refusal,
    forgetRefusal: () => setRefusal(null),
    notEnded: failedEnd && failedEnd.id === offer?.id ? failedEnd.why : null,
    forgetNotEnded: () => setFailedEnd(null),
    answer: () =>
      void ask('answer', desk.answer).then((answer) => {
        if (answer && !answer.ok) setRefusal(answerRefusalWords(answer.refusal))
      }),
    decline: () => void ask('decline', (ringing) => ringing.decline()),
    hangUp() {
      // Whoever ends a call is not heard a moment longer, however long the server takes, and shows nothing of their work.
      media.setUserMuted({ sound: true, picture: true })
      media.screens.own.stop()
      setFailedEnd(null)
      void ask('hang_up', (current) => current.hangUp()).then((answer) => {
        const why = answer && !answer.ok ? notEndedWords(answer.refusal) : null
        // The call goes on, and whoever ended it takes it for over: nothing opens before they say so.
        if (offer && why) setFailedEnd({ id: offer.id, why })
      })
    },
  }
}
