import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { windowsFor } from '@/lib/switchboard/callback-times.ts'
import { WindowsQuery } from '@/lib/switchboard/shell/command-inputs.ts'

export const GET = endpoint(async (request) => {
  const { bodyId } = await requireTotem(request)
  const { service } = parseQuery(request, WindowsQuery)
  const { board, now } = await switchboard().readBoard(bodyId)
  return Response.json({ serverNow: now, windows: windowsFor(board.settings, service, now) })
})
