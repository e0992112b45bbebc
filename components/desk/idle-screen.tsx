'use client'

import { Coffee, Hand, Moon, Radio, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { secondsLeft } from '@/components/ui/duration.ts'
import type { BreakReason, Channels, Intent } from '@/lib/switchboard/board.ts'
import type { EpochMs } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { BreakReasons } from './break-reasons.tsx'
import type { Received } from './session/server-time.ts'
import { useServerTime } from './session/use-server-time.ts'

export interface IdleScreenProps {
  intent: Intent
  breakReason: BreakReason | null
  received: Received<DeskView>
  /** Calls do not ring before this: a moment's peace after a decline. */
  readyAt: EpochMs
  /** Checked devices; null: to be checked before anything rings. */
  channels: Channels | null
  canChange: boolean
  onGoAvailable: () => void
  onBreakFor: (reason: BreakReason) => void
  onCheck: () => void
}

/** Between calls: says whether one can come, and what to do if none can. */
export function IdleScreen({
  intent,
  breakReason,
  received,
  readyAt,
  channels,
  canChange,
  onGoAvailable,
  onBreakFor,
  onCheck,
}: IdleScreenProps) {
  const words = useTranslations('desk.idle')
  // Without the server nothing can ring, whatever the last view said.
  const state = intent === 'available' && !canChange ? 'away' : intent
  const Icon = ICONS[state]
  return (
    <Centred icon={<Icon aria-hidden="true" size={40} />} isCalm={state === 'available'}>
      <h1 className="text-2xl font-bold">{words(`${state}Title`)}</h1>
      <p className="mt-2 max-w-md text-balance text-ink-2">{words(`${state}Text`)}</p>
      {intent === 'available' ? (
        <Peace received={received} readyAt={readyAt} />
      ) : (
        <div className="mt-6">
          <Button tone="go" size="large" isStill={!canChange} onClick={onGoAvailable}>
            {words('goAvailable')}
          </Button>
        </div>
      )}
      {intent === 'on_break' ? (
        <BreakReasons chosen={breakReason} canChange={canChange} onChoose={onBreakFor} />
      ) : null}
      {channels ? (
        <p className="mt-8 flex items-center gap-3 text-sm text-ink-2">
          {words(checkedKey(channels))}
          <Button size="small" isStill={!canChange} onClick={onCheck}>
            {words('checkAgain')}
          </Button>
        </p>
      ) : null}
    </Centred>
  )
}

const ICONS = { available: Radio, on_break: Coffee, off_duty: Moon, away: WifiOff } as const

function checkedKey({ sound, picture }: Channels) {
  if (!picture) return 'soundOnlyChecked'
  return sound ? 'devicesChecked' : 'pictureOnlyChecked'
}

/** Becoming available has its own short pause, too short to talk about. */
const WORTH_SAYING_MS = 2_500

function Peace({ received, readyAt }: Pick<IdleScreenProps, 'received' | 'readyAt'>) {
  const words = useTranslations('desk.idle')
  const now = useServerTime(received)
  const [isLong] = useState(readyAt - now > WORTH_SAYING_MS)
  const seconds = secondsLeft(readyAt - now)
  if (!isLong || seconds === 0) return null
  return <p className="mt-4 font-semibold tabular-nums">{words('peace', { seconds })}</p>
}

/** A ring went unanswered: no more come until the person says that they are there. */
export function NotRespondingScreen({ canChange, onBack }: { canChange: boolean; onBack: () => void }) {
  const words = useTranslations('desk.notResponding')
  return (
    <Centred icon={<Hand aria-hidden="true" size={40} />} isCalm={false}>
      <div role="alert">
        <h1 className="text-2xl font-bold">{words('title')}</h1>
        <p className="mt-2 max-w-md text-balance text-ink-2">{words('text')}</p>
      </div>
      <div className="mt-6">
        <Button tone="go" size="large" isStill={!canChange} onClick={onBack}>
          {words('back')}
        </Button>
      </div>
    </Centred>
  )
}

function Centred({ icon, isCalm, children }: { icon: ReactNode; isCalm: boolean; children: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center text-center">
      <span
        className={`mb-6 flex size-24 items-center justify-center rounded-full ${
          isCalm ? 'bg-green-light text-green' : 'bg-sun-light text-ink'
        }`}
      >
        {icon}
      </span>
      {children}
    </div>
  )
}
