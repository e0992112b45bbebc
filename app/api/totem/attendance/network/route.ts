import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused, Unavailable } from '@/lib/http/refusals.ts'
import { AttendanceInput } from '@/lib/identity/attendance-input.ts'
import { renewAttendance } from '@/lib/identity/attendances.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { server } from '@/lib/server.ts'
import { pool } from '@/lib/storage/pool.ts'

/** A ticket to an empty room, to try the way from this totem to the media server. */
export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { token } = await parseBody(request, AttendanceInput)
  if (!(await renewAttendance(pool(), totem, token))) return refused('attendance-over')
  const ticket = await server()
    .trialTicket()
    .catch((error: unknown) => {
      throw new Unavailable('the media server opened no room', { cause: error })
    })
  return Response.json(ticket)
})
