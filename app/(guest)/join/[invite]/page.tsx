import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readInvite } from '@/lib/identity/read-invite.ts'
import { Invited } from './invited.tsx'

/** The address is a secret: no other site is told it. */
export const metadata: Metadata = { title: 'Pronto', referrer: 'no-referrer' }

interface JoinPageProps {
  params: Promise<{ invite: string }>
}

export default async function JoinPage({ params }: JoinPageProps) {
  const { invite } = await params
  const opened = await readInvite(invite)
  // Said by `not-found.tsx`, with the status of an address that leads nowhere.
  if (opened.kind === 'over') notFound()
  return <Invited invite={invite} opened={opened} />
}
