import * as z from 'zod'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { enterAttendance } from '@/lib/identity/attendances.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { pool } from '@/lib/storage/pool.ts'

const Entry = z.strictObject({ pin: z.string().min(1).max(12) })

export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { pin } = await parseBody(request, Entry)
  return answered(await enterAttendance(pool(), totem, pin), 201)
})
