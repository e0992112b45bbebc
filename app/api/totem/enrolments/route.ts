import * as z from 'zod'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { clientNetwork } from '@/lib/identity/client-address.ts'
import { enrolmentLimit } from '@/lib/identity/enrolment-limit.ts'
import { enrolSampleTotem, enrolTotem } from '@/lib/identity/totems.ts'

/** As totems are named: what is none never reaches the database. */
const slugInput = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const Enrolment = z.union([
  z.strictObject({ code: z.string().min(1).max(40) }),
  z.strictObject({ sample: slugInput }),
])

export const POST = endpoint(async (request) => {
  const asked = await parseBody(request, Enrolment)
  const enrolled =
    'code' in asked
      ? await enrolWithCode(asked.code, clientNetwork(request.headers))
      : await enrolSampleTotem(request, asked.sample)
  return enrolled.ok ? Response.json(enrolled.value, { status: 201 }) : refused(enrolled.refusal)
})

/** Without a limit somebody could try codes, and keep the database busy with them. */
async function enrolWithCode(code: string, address: string): ReturnType<typeof enrolTotem> {
  await enrolmentLimit().take(address)
  const enrolled = await enrolTotem(code)
  if (enrolled.ok) await enrolmentLimit().giveBack(address)
  return enrolled
}
