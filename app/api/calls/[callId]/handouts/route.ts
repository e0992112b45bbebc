import { renderSVG } from 'uqr'
import { env } from '@/lib/config/env.ts'
import { isLoopback } from '@/lib/config/loopback.ts'
import { stageRefusal } from '@/lib/content/stage-refusal.ts'
import { endpoint } from '@/lib/http/endpoint.ts'
import { parseBody, parseInput } from '@/lib/http/parse-input.ts'
import { refused } from '@/lib/http/refusals.ts'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { createHandout, HANDOUT_MINUTES } from '@/lib/identity/handouts.ts'
import { requireTotem } from '@/lib/identity/totems.ts'
import { switchboard } from '@/lib/server.ts'
import { pool } from '@/lib/storage/pool.ts'
import { CallParams, HandoutInput } from '@/lib/switchboard/shell/command-inputs.ts'
import { handoutRefusal } from '@/lib/switchboard/shell/handout-refusal.ts'

/** A QR with which a visitor in a call takes a page along. Asked twice it is two codes, each for one phone. */
export const POST = endpoint(async (request, { params }) => {
  const { bodyId, totemId } = await requireTotem(request)
  const { callId } = parseInput(CallParams, await params)
  const { epoch, page, locale } = await parseBody(request, HandoutInput)
  const { board, now } = await switchboard().readBoard(bodyId)
  const refusal =
    handoutRefusal(board, { totemId, epoch, callId, now }) ??
    (await stageRefusal(bodyId, { kind: 'qr', page }))
  if (refusal) return refused(refusal)
  const { code } = await createHandout(pool(), { bodyId, totemId, ...page, locale: fullLocale(locale) })
  const address = `${env().appUrl}/m/${code}`
  return Response.json({
    svg: renderSVG(address, { border: 2, ecc: 'M' }),
    address,
    minutes: HANDOUT_MINUTES,
    // No phone reaches it.
    isOnlyHere: isLoopback(new URL(address).hostname),
  })
})
