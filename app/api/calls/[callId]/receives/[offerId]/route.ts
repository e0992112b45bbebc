import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { CallOfferParams, ChannelsInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { totemCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const totem = await requireTotem(request)
  const { callId, offerId } = parseInput(CallOfferParams, await params)
  const { epoch, channels } = await parseBody(request, ChannelsInput)
  const event = {
    type: 'totemReceivesSecond' as const,
    callId,
    offerId,
    totemId: totem.totemId,
    epoch,
    channels,
  }
  return answered(await switchboard().run(totemCommand(request, totem, event)))
})
