'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { WholeCallMedia } from '@/components/call/call-media.ts'
import { Button } from '@/components/ui/button.tsx'
import { DeviceChoices } from '../../devices/device-choices.tsx'
import { useDeviceSwitch } from './use-device-switch.ts'

interface DeviceMenuProps {
  id: string
  media: Pick<WholeCallMedia, 'takeChosen'>
  onClose: () => void
}

/** Over the picture, beside which the person sees at once what another camera shows. Takes the focus, and gives it back. */
export function DeviceMenu({ id, media, onClose }: DeviceMenuProps) {
  const words = useTranslations('desk.call.devices')
  const roles = useTranslations('desk.check')
  const { devices, chosen, failed, choose } = useDeviceSwitch(media)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      id={id}
      tabIndex={-1}
      aria-label={words('title')}
      className="absolute bottom-full left-0 mb-2 flex w-80 flex-col gap-4 rounded-desk-lg border border-line bg-card p-5 shadow-soft"
    >
      <DeviceChoices
        devices={devices}
        chosen={chosen}
        onChoose={choose}
        className="flex flex-col gap-4"
        nothing={<p>{words('nothing')}</p>}
      />
      <p role="status" className="text-sm font-semibold text-red empty:sr-only">
        {failed ? words('failed', { device: roles(failed) }) : ''}
      </p>
      <Button size="small" onClick={onClose}>
        {words('close')}
      </Button>
    </section>
  )
}
