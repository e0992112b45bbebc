import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { requireStaff } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { MeasuresQuery } from '@/lib/switchboard/shell/measures.ts'

export const GET = endpoint(async (request) => {
  const { bodyId } = await requireStaff(request, ['supervisor'])
  const period = parseQuery(request, MeasuresQuery)
  return Response.json(await switchboard().measure(bodyId, period))
})
