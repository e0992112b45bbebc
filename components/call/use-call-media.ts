'use client'

import { deskMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import { type CallMediaOptions, createCallMedia } from './call-media.ts'
import type { PlanRules } from './plan-feed.ts'
import { type PageMedia, usePageMedia } from './use-page-media.ts'

/** For the desk's page, where calls are the work: the media comes with the page. */
export const useDeskCallMedia = (options: CallMediaOptions): PageMedia<DeskView> =>
  usePageMedia(createCallMedia, options, RULES)

const RULES: PlanRules<DeskView> = {
  planOf: deskMediaPlan,
  hasCall: ({ page, work }) => page === 'current' && WITH_A_CALL.has(work.kind) && !isByTelephone(work),
}

/** No camera opens for a callback, not even while it rings. */
const isByTelephone = (work: DeskWork) => 'offer' in work && work.offer.callback !== null

const WITH_A_CALL: ReadonlySet<DeskView['work']['kind']> = new Set(['ringing', 'connecting', 'in_call'])
