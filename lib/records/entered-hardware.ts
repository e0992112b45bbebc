import { type TotemHardware, USUAL_HARDWARE } from '../content/totem-hardware.ts'
import { totemHardwareSchema } from '../content/totem-hardware-schema.ts'

/** What a technician has entered about a totem; what is left empty, or makes no sense, has its default. */
export function enteredHardware(entered: object | null | undefined): TotemHardware {
  const known = Object.entries(entered ?? {}).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, name === 'volumeDb' ? Number(value) : value] as const],
  )
  const parsed = totemHardwareSchema.safeParse(Object.fromEntries(known))
  return parsed.success ? parsed.data : USUAL_HARDWARE
}
