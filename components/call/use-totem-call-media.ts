'use client'

import { useState } from 'react'
import { totemMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { TotemView } from '@/lib/switchboard/views.ts'
import type { CallMediaOptions } from './call-media.ts'
import { createLateCallMedia, type LateCallMedia } from './late-call-media.ts'
import type { PlanRules } from './plan-feed.ts'
import { type PageMedia, usePageMedia } from './use-page-media.ts'

/**
 * For the totem's page, which is read far more often than it calls: the media comes when a call is near.
 *
 * @param onMissing it could not be fetched although a call needs it
 */
export function useTotemCallMedia(
  options: CallMediaOptions,
  onMissing: () => void,
): PageMedia<TotemView, LateCallMedia> {
  const [create] = useState(
    () => (own: CallMediaOptions) =>
      createLateCallMedia({
        load: async () => (await import('./call-media.ts')).createCallMedia(own),
        onMissing,
        openAfterMs: 120,
      }),
  )
  return usePageMedia(create, options, RULES)
}

const RULES: PlanRules<TotemView> = {
  planOf: totemMediaPlan,
  hasCall: ({ page, call }) => page === 'current' && call !== null && call.phase.kind !== 'over',
}
