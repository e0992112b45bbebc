import { DEFAULT_DEVICES, type DeviceChoice, type DeviceRole } from '@/components/call/call-media-state.ts'

/** Devices this person chose on this computer; null: the system's default. */
export type ChosenDevices = DeviceChoice

const STORAGE_KEY = 'pronto.devices'

/** What the browser remembers; defaults where it remembers nothing or something else wrote there. */
export function parseChosenDevices(stored: string | null): ChosenDevices {
  if (stored === null) return DEFAULT_DEVICES
  try {
    const kept: unknown = JSON.parse(stored)
    if (typeof kept !== 'object' || kept === null) return DEFAULT_DEVICES
    const idOf = (role: DeviceRole) => {
      const id = (kept as Partial<Record<DeviceRole, unknown>>)[role]
      return typeof id === 'string' && id !== '' ? id : null
    }
    return { camera: idOf('camera'), microphone: idOf('microphone'), speaker: idOf('speaker') }
  } catch {
    return DEFAULT_DEVICES
  }
}

export const readChosenDevices = (): ChosenDevices => parseChosenDevices(localStorage.getItem(STORAGE_KEY))

export const rememberChosenDevices = (chosen: ChosenDevices) =>
  localStorage.setItem(STORAGE_KEY, JSON.stringify(chosen))
