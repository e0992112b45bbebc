import { pool } from '../storage/pool.ts'
import type { BodyId, TotemId } from '../switchboard/ids.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import type { Kept } from './privacy-page.ts'
import { type TotemHardware, USUAL_HARDWARE } from './totem-hardware.ts'
import { totemHardwareSchema } from './totem-hardware-schema.ts'

/** What a totem says of itself before its live view arrives. */
export interface TotemPlace {
  bodyName: string
  /** As people dial it. */
  phone: string
  /** How the body's data protection officer is reached; empty: not entered. */
  dataProtectionOfficer: string
  /** The content is made up for a demonstration, and every screen says so. */
  isSample: boolean
  totemName: string
  /** The totem itself never closes; its services still may. */
  isAlwaysOpen: boolean
  hasPrinter: boolean
  kept: Kept
  hardware: TotemHardware
}

/** Read from the settings projection, one query: this is on the way of every page load. Null: not published. */
export async function readTotemPlace(body: BodyId, totem: TotemId): Promise<TotemPlace | null> {
  const { rows } = await pool().query<Omit<TotemPlace, 'hardware' | 'kept'> & Kept & { hardware: unknown }>(
    `select s.document->>'bodyName' as "bodyName", s.document->>'phone' as "phone",
        coalesce(s.document->>'dataProtectionOfficer', '') as "dataProtectionOfficer",
        (s.document->>'isSample')::boolean as "isSample", coalesce(t->>'name', '') as "totemName",
        coalesce(t->'hours'->>'kind' = 'always', false) as "isAlwaysOpen",
        coalesce((t->>'hasPrinter')::boolean, false) as "hasPrinter",
        coalesce((s.document->'rules'->>'callbackRetentionMs')::float8, $3) / 3600000 as "callbackHours",
        greatest(coalesce((s.document->'rules'->>'logRetentionMs')::float8, $4) / 86400000, 1) as "logDays",
        t->'hardware' as hardware
      from switchboard.settings s
      left join lateral jsonb_array_elements(s.document->'totems') t on t->>'id' = $2
      where s.body_id = $1`,
    [body, totem, DEFAULT_RULES.callbackRetentionMs, DEFAULT_RULES.logRetentionMs],
  )
  if (!rows[0]) return null
  const { callbackHours, logDays, hardware, ...place } = rows[0]
  return {
    ...place,
    kept: { callbackHours, logDays },
    hardware: totemHardwareSchema.catch(USUAL_HARDWARE).parse(hardware ?? {}),
  }
}
