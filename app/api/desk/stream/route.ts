import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { isStillOperator, requireOperator } from '@/lib/identity/staff.ts'
import { server } from '@/lib/server.ts'
import { StreamQuery } from '@/lib/switchboard/shell/command-inputs.ts'

export const GET = endpoint(async (request) => {
  const operator = await requireOperator(request)
  const { epoch } = parseQuery(request, StreamQuery)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  return streams.open(request, {
    reader: `operator ${operator.operatorId}`,
    subscribe: (sink) => switchboard.watchDesk({ ...operator, epoch }, sink),
    mayStay: () => isStillOperator(headers),
  })
})
