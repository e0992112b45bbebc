import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { CallParams, TickInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { totemCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const totem = await requireTotem(request)
  const { callId } = parseInput(CallParams, await params)
  const { epoch, ...ticking } = await parseBody(request, TickInput)
  const event = { type: 'visitorTicked' as const, callId, totemId: totem.totemId, epoch, ticking }
  return answered(await switchboard().run(totemCommand(request, totem, event)))
})
