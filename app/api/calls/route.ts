import { randomUUID } from 'node:crypto'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { callId } from '@/lib/switchboard/ids.ts'
import { CallInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { totemCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const asked = await parseBody(request, CallInput)
  const event = {
    type: 'callPlaced' as const,
    callId: callId(randomUUID()),
    totemId: totem.totemId,
    ...asked,
    preferred: null,
  }
  return answered(await switchboard().run(totemCommand(request, totem, event)), 201)
})
