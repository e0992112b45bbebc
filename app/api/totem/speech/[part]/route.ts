import * as z from 'zod'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseInput } from '@/lib/http/parse-input.ts'
import { speechParts } from '@/lib/speech/speech-parts.ts'

const SpeechParams = z.object({ part: z.enum(['engine', 'voices']) })

/** For everybody: free software, the same for every totem. Its address changes with its version. */
export const GET = endpoint(async (_request, context) => {
  const { part } = parseInput(SpeechParams, await context.params)
  const parts = await speechParts()
  return new Response(parts[part], {
    headers: {
      'content-type': part === 'engine' ? 'text/javascript' : 'application/gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
})
