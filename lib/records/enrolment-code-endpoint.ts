import type { Endpoint } from 'payload'
import { env } from '../config/env.ts'
import { createEnrolmentCode } from '../identity/totem-credentials.ts'
import { pool } from '../storage/pool.ts'
import { forTotem } from './totem-of-request.ts'

/** Long enough to walk to the totem, short enough that a note left behind is worth nothing. */
const VALID_MINUTES = 60

/**
 * `POST /content-api/totems/<id>/enrolment-code` → `{code, validMinutes}`: a code that makes one browser
 * this totem. Shown once; making another leaves earlier ones valid until they expire. For technicians
 * and administrators of the body.
 */
export const enrolmentCodeEndpoint: Endpoint = {
  path: '/:id/enrolment-code',
  method: 'post',
  handler: (req) =>
    forTotem(req, async (totem, by) => {
      const code = await createEnrolmentCode(pool(), totem.id, {
        validMinutes: VALID_MINUTES,
        key: env().appSecret,
      })
      req.payload.logger.info({ totem: totem.id, by }, 'enrolment code made')
      return Response.json({ code, validMinutes: VALID_MINUTES }, { status: 201 })
    }),
}
