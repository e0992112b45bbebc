import * as z from 'zod'
import { PAGE_ASPECTS } from '@/lib/content/rating-scale.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody } from '@/lib/http/parse-input.ts'
import { pageRatingLimit } from '@/lib/identity/page-rating-limit.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { pool } from '@/lib/storage/pool.ts'
import { keepPageRating } from '@/lib/storage/ratings.ts'

const PageRatingInput = z.object({
  id: z.uuid().toLowerCase(),
  service: z.string().regex(/^[a-z0-9-]{1,60}$/),
  stars: z.int().min(1).max(5),
  aspect: z.enum(PAGE_ASPECTS).nullable(),
})

export const POST = endpoint(async (request) => {
  const { bodyId, totemId } = await requireTotem(request)
  const rating = await parseBody(request, PageRatingInput)
  await pageRatingLimit().take(totemId)
  await keepPageRating(pool(), { bodyId, totemId, ...rating })
  return new Response(null, { status: 204 })
})
