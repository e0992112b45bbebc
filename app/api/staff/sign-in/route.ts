import * as z from 'zod'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { NotSignedIn } from '@/lib/http/refusals.ts'
import { clientNetwork } from '@/lib/identity/client-address.ts'
import { signIn } from '@/lib/identity/sign-in.ts'

const Credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(1000) })

export const POST = endpoint(async (request) => {
  const credentials = await parseBody(request, Credentials)
  const signedIn = await signIn(credentials, clientNetwork(request.headers), request.headers)
  if (!signedIn) throw new NotSignedIn('wrong address or password')
  const headers = new Headers()
  for (const cookie of [signedIn.cookie, signedIn.deviceCookie]) headers.append('set-cookie', cookie)
  return Response.json({ role: signedIn.role }, { headers })
})
