import { randomUUID } from 'node:crypto'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { callId } from '@/lib/switchboard/ids.ts'
import { CallParams, NumberInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { totemCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const { bodyId, totemId } = await requireTotem(request)
  const from = { kind: 'call' as const, ...parseInput(CallParams, await params) }
  const asked = await parseBody(request, NumberInput)
  const callbackId = callId(randomUUID())
  const event = { type: 'callbackRequested' as const, callbackId, totemId, from, ...asked }
  return answered(await switchboard().run(totemCommand(request, { bodyId, totemId }, event)), 201)
})
