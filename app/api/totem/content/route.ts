import { readTotemContent } from '@/components/totem/read-totem-content.ts'
import { buildId } from '@/lib/config/build-id.ts'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import { readTotemPlace } from '@/lib/content/totem-place.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { requireTotem } from '@/lib/identity/totems.ts'

export const GET = endpoint(async (request) => {
  const { bodyId, totemId } = await requireTotem(request)
  const readAt = Date.now()
  const [content, place] = await Promise.all([
    readTotemContent(bodyId, readAt),
    readTotemPlace(bodyId, totemId),
  ])
  return Response.json({ build: buildId(), readAt, content, hardware: place?.hardware ?? USUAL_HARDWARE })
})
