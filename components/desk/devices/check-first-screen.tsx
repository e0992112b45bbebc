'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { UncheckedBecause } from './unchecked-because.ts'

/** Available, but not yet rung: camera and microphone come first. */
export function CheckFirstScreen({ because, onStart }: { because: UncheckedBecause; onStart: () => void }) {
  const words = useTranslations('desk.check')
  return (
    <div className="mx-auto flex h-full max-w-xl flex-col items-center justify-center gap-6 text-center">
      {because === 'call_failed' ? (
        <div className="w-full text-left">
          <Banner tone="warning" isUrgent title={words('callFailedTitle')}>
            {words('callFailedText')}
          </Banner>
        </div>
      ) : (
        <span className="flex size-24 items-center justify-center rounded-full bg-blue-light text-blue">
          <Camera aria-hidden="true" size={40} />
        </span>
      )}
      <div>
        <h1 className="text-2xl font-bold">{words('title')}</h1>
        <p className="mt-2 text-ink-2">{words('firstText')}</p>
      </div>
      <Button tone="go" size="large" onClick={onStart}>
        {words('start')}
      </Button>
    </div>
  )
}
