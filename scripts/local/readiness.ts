import * as z from 'zod'

const Check = z.object({ ok: z.boolean() })
const Readiness = z.object({ checks: z.object({ database: Check, media: Check, migrations: Check }) })

/** Of what `GET /api/health/ready` asks for, the media server alone is missing. `answer`: its body. */
export function isOnlyMediaAway(answer: string): boolean {
  try {
    const { database, media, migrations } = Readiness.parse(JSON.parse(answer)).checks
    return database.ok && migrations.ok && !media.ok
  } catch {
    return false
  }
}
