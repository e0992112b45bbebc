import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { prolongSession } from '@/lib/identity/prolong-session.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { hasCallInHand } from '@/lib/storage/has-call-in-hand.ts'
import { pool } from '@/lib/storage/pool.ts'
import { PageInput } from '@/lib/switchboard/shell/command-inputs.ts'

export const POST = endpoint(async (request) => {
  const operator = await requireOperator(request)
  const { epoch } = await parseBody(request, PageInput)
  const answer = await switchboard().beats.desk({ ...operator, epoch })
  if (!answer.ok) return refused(answer.refusal)
  const cookie = await prolongSession(request.headers, () => hasCallInHand(pool(), operator))
  return new Response(null, { status: 204, headers: cookie === null ? {} : { 'set-cookie': cookie } })
})
