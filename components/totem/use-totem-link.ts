'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { type LinkListener, type LinkState, NO_LINK, openTotemLink } from './totem-link.ts'

/** This page's link to the server, for as long as it is shown. `attempt` changes: a new page takes over. */
export function useTotemLink(
  slug: string,
  attempt: number,
  { onView, onBeat }: Omit<LinkListener, 'onChange'>,
): LinkState {
  const [state, setState] = useState(NO_LINK)
  const tellView = useEffectEvent(onView)
  const tellBeat = useEffectEvent(onBeat)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens a new link
  useEffect(() => {
    setState(NO_LINK)
    return openTotemLink(slug, {
      onView: (view) => tellView(view),
      onBeat: () => tellBeat(),
      onChange: setState,
    })
  }, [slug, attempt])
  return state
}
