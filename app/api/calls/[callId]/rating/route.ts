import * as z from 'zod'
import { FACES, RATING_REASONS } from '@/lib/content/rating-scale.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { NotFound } from '@/lib/http/refusals.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { pool } from '@/lib/storage/pool.ts'
import { keepCallRating } from '@/lib/storage/ratings.ts'
import { CallParams } from '@/lib/switchboard/shell/command-inputs.ts'

const RatingInput = z
  .object({ face: z.enum(FACES), reason: z.enum(RATING_REASONS).nullable() })
  .refine(({ face, reason }) => reason === null || face !== 'good', 'a good contact needs no reason')

export const POST = endpoint(async (request, { params }) => {
  const { bodyId, totemId } = await requireTotem(request)
  const { callId } = parseInput(CallParams, await params)
  const rating = await parseBody(request, RatingInput)
  const isKept = await keepCallRating(pool(), { bodyId, totemId, callId, ...rating })
  if (!isKept) throw new NotFound('no such call to rate')
  return new Response(null, { status: 204 })
})
