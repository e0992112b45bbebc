import { type MediaPlan, VIEW_TIMEOUT_MS } from '@/lib/switchboard/media-plan.ts'
import type { CallMedia } from './call-media.ts'

/** Turns the live view of a page into what its media does. */
export interface PlanFeed<View> {
  /** A view came. Applied before this returns: an answer must not wait for a screen to be painted. */
  onView: (view: View) => void
  /** The last view is still current. */
  onBeat: () => void
  stop: () => void
}

export interface PlanRules<View> {
  planOf: (view: View, viewAgeMs: number) => MediaPlan
  /** The view has a call for this page, whether its room is open yet or not. */
  hasCall: (view: View) => boolean
}

/** The plan also changes when no view comes: an end that hears nothing for too long must fall silent. */
export function createPlanFeed<View>(
  media: Pick<CallMedia, 'apply' | 'closeDevices'>,
  { planOf, hasCall }: PlanRules<View>,
): PlanFeed<View> {
  let view: View | null = null
  let provenAt = 0
  let hadCall = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const apply = () => {
    if (view === null) return
    media.apply(planOf(view, performance.now() - provenAt))
  }

  const proven = () => {
    provenAt = performance.now()
    clearTimeout(timer)
    timer = setTimeout(apply, VIEW_TIMEOUT_MS + 1)
    apply()
  }

  return {
    onView(next) {
      view = next
      proven()
      const has = hasCall(next)
      // A call can end before its room ever opened; its camera was opened at the tap all the same.
      if (hadCall && !has) media.closeDevices()
      hadCall = has
    },
    onBeat() {
      if (view !== null) proven()
    },
    stop: () => clearTimeout(timer),
  }
}
