/** Devices this person chose on this computer; null: the system's default. */
export interface ChosenDevices {
  camera: string | null
  microphone: string | null
  speaker: string | null
}

export type DeviceRole = keyof ChosenDevices

const STORAGE_KEY = 'pronto.devices'
const DEFAULTS: ChosenDevices = { camera: null, microphone: null, speaker: null }

/** What the browser remembers; defaults where it remembers nothing or something else wrote there. */
export function parseChosenDevices(stored: string | null): ChosenDevices {
  if (stored === null) return DEFAULTS
  try {
    const kept: unknown = JSON.parse(stored)
    if (typeof kept !== 'object' || kept === null) return DEFAULTS
    const idOf = (role: DeviceRole) => {
      const id = (kept as Partial<Record<DeviceRole, unknown>>)[role]
      return typeof id === 'string' && id !== '' ? id : null
    }
    return { camera: idOf('camera'), microphone: idOf('microphone'), speaker: idOf('speaker') }
  } catch {
    return DEFAULTS
  }
}

export const readChosenDevices = (): ChosenDevices => parseChosenDevices(localStorage.getItem(STORAGE_KEY))

export const rememberChosenDevices = (chosen: ChosenDevices) =>
  localStorage.setItem(STORAGE_KEY, JSON.stringify(chosen))
