'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field.tsx'
import type { DeviceRole } from './chosen-devices.ts'
import type { DeviceCheckControl } from './use-device-check.ts'

const ROLES = [
  { role: 'camera', kind: 'videoinput' },
  { role: 'microphone', kind: 'audioinput' },
  { role: 'speaker', kind: 'audiooutput' },
] as const satisfies readonly { role: DeviceRole; kind: MediaDeviceKind }[]

/** Which camera, microphone and speaker: only where there is something to choose. */
export function DeviceChoices({ control }: { control: DeviceCheckControl }) {
  const words = useTranslations('desk.check')
  const devices = control.trial?.devices ?? []
  const choices = ROLES.map(({ role, kind }) => ({
    role,
    // Chromium lists the default twice: under its own name, and as "default" and "communications".
    devices: devices.filter(
      ({ kind: each, deviceId }) =>
        each === kind && deviceId !== '' && deviceId !== 'default' && deviceId !== 'communications',
    ),
  })).filter(({ devices: some }) => some.length > 1)
  if (choices.length === 0) return null
  return (
    <div className="mt-6 grid grid-cols-3 gap-4">
      {choices.map(({ role, devices: some }) => (
        <SelectField
          key={role}
          label={words(role)}
          value={some.find(({ deviceId }) => deviceId === control.chosen[role])?.deviceId ?? ''}
          options={[
            { value: '', label: words('systemDefault') },
            ...some.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label || `${words(role)} ${index + 1}`,
            })),
          ]}
          onFocus={control.stay}
          onChange={(id) => control.choose(role, id === '' ? null : id)}
        />
      ))}
    </div>
  )
}
