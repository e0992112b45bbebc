'use client'

import type { ReactNode } from 'react'
import { forgetEpoch } from '@/components/desk/session/tab-lock.ts'

export interface SignOutButtonProps {
  children: ReactNode
  className: string
  /** What must be said while there is still a session to say it with; waited for, but not for long. */
  lastWords?: () => Promise<unknown>
}

/** Ends the session on this computer and shows the sign-in page. */
export function SignOutButton({ children, className, lastWords }: SignOutButtonProps) {
  const signOut = async () => {
    const enough = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))
    if (lastWords) await Promise.race([lastWords(), enough])
    forgetEpoch()
    await fetch('/api/staff/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: '{}',
    }).catch(() => undefined)
    window.location.assign('/login')
  }
  return (
    <button type="button" className={className} onClick={signOut}>
      {children}
    </button>
  )
}

/** A server that is away must not keep anybody signed in on a shared computer. */
const LAST_WORDS_MS = 2_000
