import { requireScraper } from '@/lib/fleet/require-scraper.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { server } from '@/lib/server.ts'

export const dynamic = 'force-dynamic'

export const GET = endpoint(async (request) => {
  requireScraper(request)
  const { metrics } = server()
  return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } })
})
