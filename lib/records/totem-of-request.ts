import type { PayloadRequest } from 'payload'
import { activeStaff } from './access.ts'
import type { Totem } from './payload-types.ts'

/** Answers about the totem that a request names, for technicians and administrators of its body. */
export async function forTotem(
  req: PayloadRequest,
  answer: (totem: Totem, by: string) => Promise<Response>,
): Promise<Response> {
  const staff = activeStaff(req)
  if (staff?.role !== 'technician' && staff?.role !== 'administrator')
    return Response.json({ error: 'not-allowed' }, { status: 403 })
  const { docs } = await req.payload.find({
    collection: 'totems',
    where: { id: { equals: req.routeParams?.id } },
    overrideAccess: false,
    req,
    limit: 1,
    depth: 0,
  })
  const totem = docs[0]
  return totem ? answer(totem, staff.id) : Response.json({ error: 'not-found' }, { status: 404 })
}
