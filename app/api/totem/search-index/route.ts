import * as z from 'zod'
import { findablesOf } from '@/components/totem/findables.ts'
import { readTotemContent } from '@/components/totem/read-totem-content.ts'
import { makeIndex } from '@/lib/content/search/search-index.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { fullLocale, LOCALES } from '@/lib/i18n/locale.ts'
import { requireTotem } from '@/lib/identity/totems.ts'

const IndexQuery = z.object({ locale: z.enum(LOCALES) })

export const GET = endpoint(async (request) => {
  const { bodyId } = await requireTotem(request)
  const { locale } = parseQuery(request, IndexQuery)
  const content = await readTotemContent(bodyId, Date.now())
  return new Response(makeIndex(findablesOf(content[fullLocale(locale)])), {
    headers: { 'content-type': 'application/json' },
  })
})
