'use client'

import { NotOpening } from '@/components/ui/not-opening.tsx'

/** In the language of all that the administration says, and in its own look. */
export default function AdminError() {
  return <NotOpening locale="it" />
}
