import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { requireStaff } from '@/lib/identity/staff.ts'
import { ROLES } from '@/lib/records/roles.ts'
import { AskedSkills, skillWarning } from '@/lib/records/skill-warning.ts'

/** For whoever may read services in the registers: everybody of the body's staff. */
export const POST = endpoint(async (request) => {
  const { bodyId } = await requireStaff(request, ROLES)
  const asked = await parseBody(request, AskedSkills)
  return Response.json({ warning: await skillWarning(bodyId, asked) })
})
