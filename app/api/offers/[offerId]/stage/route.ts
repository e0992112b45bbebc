import { readStagePage } from '@/lib/content/stage-page.ts'
import { stageRefusal } from '@/lib/content/stage-refusal.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput, parseQuery } from '@/lib/http/parse-input.ts'
import { answered, NotFound, refused } from '@/lib/http/refusals.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { requireOperator } from '@/lib/identity/staff.ts'
import { switchboard } from '@/lib/server.ts'
import { OfferParams, StageInput, StagePageQuery } from '@/lib/switchboard/shell/command-inputs.ts'
import { deskCommand } from '@/lib/switchboard/shell/command-of.ts'

export const POST = endpoint(async (request, { params }) => {
  const operator = await requireOperator(request)
  const { offerId } = parseInput(OfferParams, await params)
  const { epoch, showing } = await parseBody(request, StageInput)
  const event = { type: 'stageSet' as const, offerId, operatorId: operator.operatorId, epoch, showing }
  const command = deskCommand(request, operator, event)
  const refusal = await stageRefusal(operator.bodyId, showing)
  return refusal ? refused(refusal) : answered(await switchboard().run(command))
})

/** A published page as it is shown where this offer's visitor stands. */
export const GET = endpoint(async (request, { params }) => {
  const { operatorId, bodyId } = await requireOperator(request)
  const { offerId } = parseInput(OfferParams, await params)
  const { locale, ...page } = parseQuery(request, StagePageQuery)
  const { board } = await switchboard().readBoard(bodyId)
  const offer = board.offers.get(offerId)
  const call = offer?.operatorId === operatorId ? board.calls.get(offer.callId) : undefined
  const found = await readStagePage(bodyId, page, fullLocale(locale), call?.totemId ?? null)
  if (!found) throw new NotFound('no such page is published')
  return Response.json(found)
})
