import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { AttendanceInput } from '@/lib/identity/attendance-input.ts'
import { leaveAttendance } from '@/lib/identity/attendances.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { pool } from '@/lib/storage/pool.ts'

export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { token } = await parseBody(request, AttendanceInput)
  await leaveAttendance(pool(), totem, token)
  return new Response(null, { status: 204 })
})
