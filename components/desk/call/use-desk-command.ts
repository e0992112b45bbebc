'use client'

import { useState } from 'react'
import type { CommandAnswer } from '@/lib/events/send-command.ts'

/** One command at a time; a "no" is kept until it is forgotten or the next command is sent. */
export interface DeskCommand {
  isPending: boolean
  /** The refusal's code. */
  refusal: string | null
  forget: () => void
  send: (command: () => Promise<CommandAnswer>) => void
}

export function useDeskCommand(): DeskCommand {
  const [isPending, setIsPending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  return {
    isPending,
    refusal,
    forget: () => setRefusal(null),
    send(command) {
      if (isPending) return
      setIsPending(true)
      setRefusal(null)
      void command().then((answer) => {
        setIsPending(false)
        // What was asked for twice is there already.
        if (!answer.ok && !IS_SO_ALREADY.has(answer.refusal)) setRefusal(answer.refusal)
      })
    },
  }
}

const IS_SO_ALREADY: ReadonlySet<string> = new Set(['held-already', 'not-held', 'no-consult'])
