import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { requireTotem, totemFromHeaders } from '@/lib/identity/totems.ts'
import { server } from '@/lib/server.ts'
import { StreamQuery } from '@/lib/switchboard/shell/command-inputs.ts'

export const GET = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { epoch } = parseQuery(request, StreamQuery)
  const { streams, switchboard } = server()
  const headers = new Headers(request.headers)
  return streams.open(request, {
    reader: `totem ${totem.totemId}`,
    subscribe: (sink) => switchboard.watchTotem({ ...totem, epoch }, sink),
    mayStay: async () => (await totemFromHeaders(headers, totem.slug)) !== null,
  })
})
