import type { DeviceTrouble } from './call-media-state.ts'

/** Why the browser did not hand over a device, by the error's name as the Media Capture specification lists it for getUserMedia. */
export function deviceTroubleOf(errorName: string): DeviceTrouble | 'unknown' {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'unknown'
  }
}
