'use client'

import { deskMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { type CallMediaOptions, createCallMedia } from './call-media.ts'
import type { PlanRules } from './plan-feed.ts'
import { type PageMedia, usePageMedia } from './use-page-media.ts'

/** For the desk's page, where calls are the work: the media comes with the page. */
export const useDeskCallMedia = (options: CallMediaOptions): PageMedia<DeskView> =>
  usePageMedia(createCallMedia, options, RULES)

const RULES: PlanRules<DeskView> = {
  planOf: deskMediaPlan,
  hasCall: ({ page, work }) => page === 'current' && WITH_A_CALL.has(work.kind),
}

const WITH_A_CALL: ReadonlySet<DeskView['work']['kind']> = new Set(['ringing', 'connecting', 'in_call'])
