'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type LinkListener, type LinkState, NO_LINK, openTotemLink } from './totem-link.ts'

/**
 * This page's link to the server, for as long as it is shown. `attempt` changes: a new page takes over.
 * @param paint puts off what is only painted, if something else is more urgent
 */
export function useTotemLink(
  slug: string,
  attempt: number,
  { onView, onBeat, paint }: Omit<LinkListener, 'onChange'> & { paint: (change: () => void) => void },
): LinkState {
  const [state, setState] = useState(NO_LINK)
  const tellView = useEffectEvent(onView)
  const tellBeat = useEffectEvent(onBeat)
  const show = useEffectEvent((next: LinkState) => paint(() => setState(next)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens a new link
  useEffect(() => {
    setState(NO_LINK)
    return openTotemLink(slug, {
      onView: (view) => tellView(view),
      onBeat: () => tellBeat(),
      onChange: (next) => show(next),
    })
  }, [slug, attempt])
  return state
}
