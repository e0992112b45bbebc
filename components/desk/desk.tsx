'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner.tsx'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { useLasting } from '@/components/ui/use-lasting.ts'
import type { ServiceSheet } from '@/lib/content/services.ts'
import type { OperatorId } from '@/lib/switchboard/ids.ts'
import type { DeskWork } from '@/lib/switchboard/views.ts'
import { OpenDesk } from './open-desk.tsx'
import { SessionScreen } from './session/session-screens.tsx'
import { TopBar } from './top-bar.tsx'
import { useDesk } from './use-desk.ts'
import { useDuty } from './use-duty.ts'

export interface DeskProps {
  operatorId: OperatorId
  /** The operator's name as the page knows it before the first view. */
  person: string
  sheets: readonly ServiceSheet[]
  isSample: boolean
}

/** A dropped connection usually comes back before anyone needs to read about it. */
const DOWN_BEFORE_SAYING_MS = 1_500

const IN_CALL: ReadonlySet<DeskWork['kind']> = new Set(['connecting', 'in_call', 'dialling', 'on_phone'])

/** The operators' page. */
export function Desk({ operatorId, person, sheets, isSample }: DeskProps) {
  const words = useTranslations('desk')
  const desk = useDesk(operatorId)
  useKeptFocus()
  const duty = useDuty(desk)
  const { session, want } = desk.control
  const isAway = useLasting(desk.isDown, DOWN_BEFORE_SAYING_MS)
  const view = desk.received?.view ?? null
  const isInCall = IN_CALL.has(view?.work.kind ?? 'idle')

  return (
    <div className="flex h-dvh min-h-[40rem] flex-col">
      <TopBar
        place={view ? words('office', { office: view.operator.officeName, body: view.bodyName }) : ''}
        person={person}
        isSample={isSample}
        intent={session.kind === 'open' && view ? view.intent : null}
        canChange={!isAway}
        onIntent={(intent) => duty.setIntent(intent)}
        onLeave={() => (session.kind === 'open' ? desk.send('/api/desk/leave') : Promise.resolve())}
      />
      {isAway ? (
        <div className="p-4">
          <Banner
            tone="warning"
            isUrgent
            icon={<WifiOff aria-hidden="true" size={24} />}
            title={words('link.downTitle')}
          >
            {isInCall ? words('link.downInCall') : words('link.downText')}
          </Banner>
        </div>
      ) : null}
      {session.kind !== 'open' ? <SessionScreen session={session} onWant={want} /> : null}
      {session.kind === 'open' && desk.received ? (
        <OpenDesk desk={desk} duty={duty} received={desk.received} sheets={sheets} isAway={isAway} />
      ) : null}
    </div>
  )
}
