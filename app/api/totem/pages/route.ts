import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { NoInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { totemCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  await parseBody(request, NoInput)
  const event = { type: 'totemPageOpened' as const, totemId: totem.totemId }
  return answered(await switchboard().run(totemCommand(request, totem, event)))
})
