import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { env } from '../config/env.ts'
import { attendantFacts } from '../identity/attendant-facts.ts'
import { type AttendedTotem, removeAttendantPin, setAttendantPin } from '../identity/attendant-pins.ts'
import { pool } from '../storage/pool.ts'
import { idOf } from './access.ts'
import { forTotem } from './totem-of-request.ts'

const path = '/:id/attendant-pin'
const PinInput = z.strictObject({ pin: z.string().max(40) })

/**
 * `/content-api/totems/<id>/attendant-pin`, for technicians and administrators of its body: `POST {pin}` sets the
 * totem's PIN (409 with its refusal), `DELETE` removes it, `GET` only looks; each answers `{facts}`: what was done
 * with it lately.
 */
export const attendantPinEndpoints: Endpoint[] = [
  {
    path,
    method: 'get',
    handler: (req) => forItsStaff(req, lately),
  },
  {
    path,
    method: 'post',
    handler: (req) =>
      forItsStaff(req, async (totem, by) => {
        const asked = PinInput.safeParse(await req.json?.().catch(() => null))
        if (!asked.success) return Response.json({ error: 'malformed' }, { status: 400 })
        const set = await setAttendantPin(pool(), totem, asked.data.pin, { key: env().appSecret, by })
        return set.ok ? lately(totem) : Response.json({ refusal: set.refusal }, { status: 409 })
      }),
  },
  {
    path,
    method: 'delete',
    handler: (req) =>
      forItsStaff(req, async (totem, by) => {
        await removeAttendantPin(pool(), totem, by)
        return lately(totem)
      }),
  },
]

const lately = async ({ totemId }: AttendedTotem): Promise<Response> =>
  Response.json({ facts: await attendantFacts(pool(), totemId) })

/** For whoever may set up the totem. */
const forItsStaff = (
  req: PayloadRequest,
  answer: (totem: AttendedTotem, by: string) => Promise<Response>,
): Promise<Response> => forTotem(req, ({ id, body }, by) => answer({ totemId: id, bodyId: idOf(body) }, by))
