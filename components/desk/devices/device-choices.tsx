'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceRole } from '@/components/call/call-media-state.ts'
import { SelectField } from '@/components/ui/select-field.tsx'
import type { ChosenDevices } from './chosen-devices.ts'

const ROLES = [
  { role: 'camera', kind: 'videoinput' },
  { role: 'microphone', kind: 'audioinput' },
  { role: 'speaker', kind: 'audiooutput' },
] as const satisfies readonly { role: DeviceRole; kind: MediaDeviceKind }[]

interface DeviceChoicesProps {
  devices: readonly MediaDeviceInfo[]
  chosen: ChosenDevices
  onChoose: (role: DeviceRole, id: string | null) => void
  onFocus?: () => void
  className: string
  /** Stands in where there is nothing to choose. */
  nothing?: ReactNode
}

/** Which camera, microphone and speaker: only where there is something to choose. */
export function DeviceChoices({
  devices,
  chosen,
  onChoose,
  onFocus,
  className,
  nothing = null,
}: DeviceChoicesProps) {
  const words = useTranslations('desk.check')
  const choices = ROLES.map(({ role, kind }) => ({
    role,
    // Chromium lists the default twice: under its own name, and as "default" and "communications".
    devices: devices.filter(
      ({ kind: each, deviceId }) =>
        each === kind && deviceId !== '' && deviceId !== 'default' && deviceId !== 'communications',
    ),
  })).filter(({ devices: some }) => some.length > 1)
  if (choices.length === 0) return nothing
  return (
    <div className={className}>
      {choices.map(({ role, devices: some }) => (
        <SelectField
          key={role}
          label={words(role)}
          value={some.find(({ deviceId }) => deviceId === chosen[role])?.deviceId ?? ''}
          options={[
            { value: '', label: words('systemDefault') },
            ...some.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label || `${words(role)} ${index + 1}`,
            })),
          ]}
          {...(onFocus ? { onFocus } : {})}
          onChange={(id) => onChoose(role, id === '' ? null : id)}
        />
      ))}
    </div>
  )
}
