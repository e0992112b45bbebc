import { type MediaPlan, VIEW_LOST_MS, VIEW_TIMEOUT_MS } from '@/lib/switchboard/media-plan.ts'
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
  let timers: ReturnType<typeof setTimeout>[] = []

  const apply = () => {
    if (view === null) return
    media.apply(planOf(view, performance.now() - provenAt))
  }

  const forget = () => {
    for (const timer of timers) clearTimeout(timer)
  }

  const proven = () => {
    provenAt = performance.now()
    forget()
    timers = AGES_MS.map((ageMs) => setTimeout(apply, ageMs + 1))
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
    stop: forget,
  }
}

/** Ages of a view at which the plan changes by itself. */
const AGES_MS = [VIEW_TIMEOUT_MS, VIEW_LOST_MS]
