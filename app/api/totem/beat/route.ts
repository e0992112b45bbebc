import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { PageInput } from '@/lib/switchboard/shell/command-inputs.ts'

export const POST = endpoint(async (request) => {
  const totem = await requireTotem(request)
  const { epoch } = await parseBody(request, PageInput)
  const answer = await switchboard().beats.totem({ ...totem, epoch })
  return answer.ok ? new Response(null, { status: 204 }) : refused(answer.refusal)
})
