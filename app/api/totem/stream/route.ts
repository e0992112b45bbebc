import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { server } from '@/lib/server.ts'
import { StreamQuery } from '@/lib/switchboard/shell/command-inputs.ts'

export const GET = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { epoch } = parseQuery(request, StreamQuery)
  const { streams, switchboard } = server()
  return streams.open(request, (sink) => switchboard.watchTotem({ ...totem, epoch }, sink))
})
