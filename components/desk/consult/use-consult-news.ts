'use client'

import { useEffect, useRef, useState } from 'react'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { type ConsultNews, consultNews } from './consult-news.ts'

/** Why the colleague who was asked is gone, until it is read or another one is asked. */
export function useConsultNews({ work, serverNow }: DeskView) {
  const [news, setNews] = useState<ConsultNews | null>(null)
  const before = useRef(work)
  const isGivenUp = useRef(false)
  useEffect(() => {
    const found = consultNews(before.current, work, serverNow)
    before.current = work
    const hasColleague = work.kind === 'in_call' && work.colleague !== null
    if (hasColleague) setNews(null)
    else {
      if (found && !isGivenUp.current) setNews(found)
      isGivenUp.current = false
    }
  }, [work, serverNow])
  return {
    news,
    forget: () => setNews(null),
    /** The person went back by themselves: nothing to tell. */
    giveUp() {
      isGivenUp.current = true
    },
  }
}
