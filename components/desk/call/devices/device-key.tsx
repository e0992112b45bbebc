'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import { Button } from '@/components/ui/button.tsx'
import { DeviceMenu } from './device-menu.tsx'

/** "Dispositivi": another camera, microphone or speaker in the middle of a call. Nobody else is told. */
export function DeviceKey({ media }: { media: Pick<WholeCallMedia, 'takeChosen'> }) {
  const words = useTranslations('desk.call.devices')
  const [isOpen, setIsOpen] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setIsOpen(false)
    key.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is inside it can be pressed; Escape closes it from there
    <div
      className="relative"
      onKeyDown={(event) => {
        if (isOpen && event.key === 'Escape') close()
      }}
    >
      <Button ref={key} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden="true" size={20} />
        {words('key')}
      </Button>
      {isOpen ? <DeviceMenu id={id} media={media} onClose={close} /> : null}
    </div>
  )
}
