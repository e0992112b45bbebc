import { readStagePage } from '@/lib/content/stage-page.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { NotFound } from '@/lib/http/refusals.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { StagePageQuery } from '@/lib/switchboard/shell/command-inputs.ts'

/** A published page as it is shown on this totem. */
export const GET = endpoint(async (request) => {
  const { bodyId, totemId } = await requireTotem(request)
  const { locale, ...page } = parseQuery(request, StagePageQuery)
  const found = await readStagePage(bodyId, page, fullLocale(locale), totemId)
  if (!found) throw new NotFound('no such page is published')
  return Response.json(found)
})
