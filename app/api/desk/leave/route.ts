import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { answered } from '@/lib/http/refusals.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { PageInput } from '@/lib/switchboard/shell/command-inputs.ts'

/** A page's last words, sent as a beacon: nobody waits for the answer or repeats it. */
export const POST = endpoint(async (request) => {
  const { bodyId, operatorId } = await requireOperator(request)
  const { epoch } = await parseBody(request, PageInput)
  const event = { type: 'deskLeft' as const, operatorId, epoch }
  return answered(await switchboard().run({ bodyId, event, repeatable: null }))
})
