'use client'

import { Coffee, Hand, Moon, Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import type { Channels, Intent } from '@/lib/switchboard/board.ts'

export interface IdleScreenProps {
  intent: Intent
  /** Checked devices; null: to be checked before anything rings. */
  channels: Channels | null
  canChange: boolean
  onGoAvailable: () => void
  onCheck: () => void
}

/** Between calls: says whether one can come, and what to do if none can. */
export function IdleScreen({ intent, channels, canChange, onGoAvailable, onCheck }: IdleScreenProps) {
  const words = useTranslations('desk.idle')
  const Icon = ICONS[intent]
  return (
    <Centred icon={<Icon aria-hidden="true" size={40} />} isCalm={intent === 'available'}>
      <h1 className="text-2xl font-bold">{words(`${intent}Title`)}</h1>
      <p className="mt-2 max-w-md text-ink-2">{words(`${intent}Text`)}</p>
      {intent === 'available' ? null : (
        <div className="mt-6">
          <Button tone="go" size="large" disabled={!canChange} onClick={onGoAvailable}>
            {words('goAvailable')}
          </Button>
        </div>
      )}
      {channels ? (
        <p className="mt-8 flex items-center gap-3 text-sm text-ink-2">
          {words(checkedKey(channels))}
          <Button size="small" disabled={!canChange} onClick={onCheck}>
            {words('checkAgain')}
          </Button>
        </p>
      ) : null}
    </Centred>
  )
}

const ICONS = { available: Radio, on_break: Coffee, off_duty: Moon } as const

function checkedKey({ sound, picture }: Channels) {
  if (!picture) return 'soundOnlyChecked'
  return sound ? 'devicesChecked' : 'pictureOnlyChecked'
}

/** A ring went unanswered: no more come until the person says that they are there. */
export function NotRespondingScreen({ canChange, onBack }: { canChange: boolean; onBack: () => void }) {
  const words = useTranslations('desk.notResponding')
  return (
    <Centred icon={<Hand aria-hidden="true" size={40} />} isCalm={false}>
      <div role="alert">
        <h1 className="text-2xl font-bold">{words('title')}</h1>
        <p className="mt-2 max-w-md text-ink-2">{words('text')}</p>
      </div>
      <div className="mt-6">
        <Button tone="go" size="large" disabled={!canChange} onClick={onBack}>
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
