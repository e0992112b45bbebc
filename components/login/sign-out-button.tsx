'use client'

import type { ReactNode } from 'react'
import { forgetEpoch } from '@/components/desk/session/tab-lock.ts'

/** Ends the session on this computer and shows the sign-in page. */
export function SignOutButton({ children, className }: { children: ReactNode; className: string }) {
  const signOut = async () => {
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
