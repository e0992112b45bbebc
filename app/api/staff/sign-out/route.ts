import { endpoint } from '@/lib/http/endpoint.ts'
import { signOut } from '@/lib/identity/sign-in.ts'

export const POST = endpoint(async (request) => {
  const cookie = await signOut(request.headers)
  return new Response(null, { status: 204, headers: { 'set-cookie': cookie } })
})
