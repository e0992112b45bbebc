'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { deskMediaPlan, totemMediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { DeskView, TotemView } from '@/lib/switchboard/views.ts'
import { type CallMedia, type CallMediaOptions, createCallMedia } from './call-media.ts'
import { type CallMediaState, DEFAULT_DEVICES } from './call-media-state.ts'
import { preloadCallMedia } from './load-livekit.ts'
import { createPlanFeed, type PlanFeed, type PlanRules } from './plan-feed.ts'

/** The media of this page. `onView` and `onBeat` belong straight into the subscription to the live view. */
export interface CallMediaHandle<View> extends Pick<PlanFeed<View>, 'onView' | 'onBeat'> {
  media: CallMedia
  state: CallMediaState
}

/** For the totem's page: exactly once per page, above every screen. */
export const useTotemCallMedia = (options: CallMediaOptions): CallMediaHandle<TotemView> =>
  useCallMedia(options, TOTEM_RULES)

/** For the desk's page: exactly once per page. */
export const useDeskCallMedia = (options: CallMediaOptions): CallMediaHandle<DeskView> =>
  useCallMedia(options, DESK_RULES)

const TOTEM_RULES: PlanRules<TotemView> = {
  planOf: totemMediaPlan,
  hasCall: ({ page, call }) => page === 'current' && call !== null && call.phase.kind !== 'over',
}

const DESK_RULES: PlanRules<DeskView> = {
  planOf: deskMediaPlan,
  hasCall: ({ page, work }) => page === 'current' && WITH_A_CALL.has(work.kind),
}

const WITH_A_CALL: ReadonlySet<DeskView['work']['kind']> = new Set(['ringing', 'connecting', 'in_call'])

function useCallMedia<View>(options: CallMediaOptions, rules: PlanRules<View>): CallMediaHandle<View> {
  const [{ media, feed, use }] = useState(() => createPageMedia(options, rules))
  // What the page passes changes with every render; its media stays.
  useEffect(() => use(options))
  useEffect(preloadCallMedia, [])
  useEffect(
    () => () => {
      feed.stop()
      void media.stop()
    },
    [media, feed],
  )
  const state = useSyncExternalStore(media.subscribe, media.state, media.state)
  return { media, state, onView: feed.onView, onBeat: feed.onBeat }
}

function createPageMedia<View>(options: CallMediaOptions, rules: PlanRules<View>) {
  let latest = options
  const media = createCallMedia({
    chosenDevices: () => latest.chosenDevices?.() ?? DEFAULT_DEVICES,
    fetchToken: (room) => latest.fetchToken(room),
    onJoined: (room) => latest.onJoined?.(room),
  })
  const use = (next: CallMediaOptions) => {
    latest = next
  }
  return { media, feed: createPlanFeed(media, rules), use }
}
