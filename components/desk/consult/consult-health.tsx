'use client'

import { useTranslations } from 'next-intl'
import { HealthNotices } from '@/components/call/health/health-notices.tsx'
import { useCallHealth } from '@/components/call/health/use-call-health.ts'
import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import type { Desk } from '../use-desk.ts'
import { ConsultConnection } from './consult-connection.tsx'

interface ConsultHealthProps {
  consult: Desk['consult']
  colleague: PersonInCall
  /** Both are there: before, nothing is sent. */
  isTalking: boolean
  /** The call is about somebody who signs, and who talks about it may sign, too. */
  isSigned: boolean
}

/** What has become of this desk's way to the colleague, and while it is there how the talk does. */
export function ConsultHealth({
  consult: { media, state },
  colleague,
  isTalking,
  isSigned,
}: ConsultHealthProps) {
  const words = useTranslations('desk.consult.health')
  const health = useCallHealth(media, isTalking, isSigned)
  return (
    <>
      <ConsultConnection connection={state.connection} />
      {state.connection === 'connected' ? (
        <HealthNotices health={health} people={[colleague]} large={colleague.name} words={words} />
      ) : null}
    </>
  )
}
