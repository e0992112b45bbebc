import { readStageChoices } from '@/lib/content/stage-choices.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseQuery } from '@/lib/http/parse-input.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { StageChoicesQuery } from '@/lib/switchboard/shell/command-inputs.ts'

/** What an operator may put on the stage, as it is published now. */
export const GET = endpoint(async (request) => {
  const { bodyId } = await requireOperator(request)
  const { locale } = parseQuery(request, StageChoicesQuery)
  return Response.json({ choices: await readStageChoices(bodyId, fullLocale(locale)) })
})
