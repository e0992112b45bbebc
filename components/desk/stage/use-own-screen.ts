'use client'

import { useEffect, useRef } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import { useFollowed } from '@/components/call/use-followed.ts'
import type { OfferCommands } from '../call/offer-commands.ts'

/**
 * Keeps the screen that is shared and the stage at one: whichever ends first, by the browser's own key or by
 * something else being put up, ends the other. As long as the call lasts: a screen may end while a colleague is asked.
 *
 * @param offer of the call that this desk holds; null: it holds none
 * @returns lets the person choose a screen, and puts it up
 */
export function useOwnScreen(
  media: WholeCallMedia,
  offer: OfferCommands | null,
  isUp: boolean,
): () => Promise<void> {
  const isOn = useFollowed(media.screens.own.subscribe, media.screens.own.isOn)
  const before = useRef({ isOn, isUp })
  useEffect(() => {
    const was = before.current
    const hasEnded = was.isOn && !isOn && isUp
    // Whoever is about to end the call takes nothing down, and does so if it goes on after all.
    if (hasEnded && !offer) return
    before.current = { isOn, isUp }
    if (was.isUp && !isUp && isOn) media.screens.own.stop()
    if (hasEnded) void offer?.show(null)
  }, [isOn, isUp, media, offer])
  return async () => {
    if (!offer || !(await media.screens.own.start())) return
    const answer = await offer.show({ kind: 'screen' })
    if (!answer.ok) media.screens.own.stop()
  }
}
