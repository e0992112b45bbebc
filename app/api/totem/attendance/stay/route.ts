import { env } from '@/lib/config/env.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { AttendanceInput } from '@/lib/identity/attendance-input.ts'
import { renewAttendance } from '@/lib/identity/attendances.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { pool } from '@/lib/storage/pool.ts'
import { whoIsOnDuty } from '@/lib/storage/who-is-on-duty.ts'

/** A touch of the attendant, answered with what only staff may see. */
export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { token } = await parseBody(request, AttendanceInput)
  if (!(await renewAttendance(pool(), totem, token))) return refused('attendance-over')
  return Response.json({ version: env().version, onDuty: await whoIsOnDuty(pool(), totem.bodyId) })
})
