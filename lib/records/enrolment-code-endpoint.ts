import type { Endpoint } from 'payload'
import { env } from '../config/env.ts'
import { createEnrolmentCode } from '../identity/totem-credentials.ts'
import { pool } from '../storage/pool.ts'
import { activeStaff } from './access.ts'

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
  handler: async (req) => {
    const staff = activeStaff(req)
    if (staff?.role !== 'technician' && staff?.role !== 'administrator') {
      return Response.json({ error: 'not-allowed' }, { status: 403 })
    }
    const { docs } = await req.payload.find({
      collection: 'totems',
      where: { id: { equals: req.routeParams?.id } },
      overrideAccess: false,
      req,
      limit: 1,
      depth: 0,
    })
    const totem = docs[0]
    if (!totem) return Response.json({ error: 'not-found' }, { status: 404 })
    const code = await createEnrolmentCode(pool(), totem.id, {
      validMinutes: VALID_MINUTES,
      key: env().appSecret,
    })
    req.payload.logger.info({ totem: totem.id, by: staff.id }, 'enrolment code made')
    return Response.json({ code, validMinutes: VALID_MINUTES }, { status: 201 })
  },
}
