import { endpoint } from '@/lib/http/endpoint.ts'
import { server } from '@/lib/server.ts'

export const dynamic = 'force-dynamic'

export const GET = endpoint(async () => {
  const readiness = await server().health()
  return Response.json(readiness, { status: readiness.status === 'ready' ? 200 : 503 })
})
