'use client'

import { useEffect, useState } from 'react'
import type { CallMedia, CallMediaOptions } from './call-media.ts'
import { type CallMediaState, DEFAULT_DEVICES } from './call-media-state.ts'
import { preloadCallMedia } from './load-livekit.ts'
import { createPlanFeed, type PlanFeed, type PlanRules } from './plan-feed.ts'
import { useFollowed } from './use-followed.ts'

/** The media of this page. `onView` and `onBeat` belong straight into the subscription to the live view. */
export interface PageMedia<View, Media extends CallMedia = CallMedia>
  extends Pick<PlanFeed<View>, 'onView' | 'onBeat'> {
  media: Media
  state: CallMediaState
}

/** Exactly once per page, above every screen. */
export function usePageMedia<View, Media extends CallMedia>(
  create: (options: CallMediaOptions) => Media,
  options: CallMediaOptions,
  rules: PlanRules<View>,
): PageMedia<View, Media> {
  const [{ media, feed, use }] = useState(() => createPageMedia(create, options, rules))
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
  const state = useFollowed(media.subscribe, media.state)
  return { media, state, onView: feed.onView, onBeat: feed.onBeat }
}

function createPageMedia<View, Media extends CallMedia>(
  create: (options: CallMediaOptions) => Media,
  options: CallMediaOptions,
  rules: PlanRules<View>,
) {
  let latest = options
  const media = create({
    chosenDevices: () => latest.chosenDevices?.() ?? DEFAULT_DEVICES,
    fetchToken: (room) => latest.fetchToken(room),
    onJoined: (room) => latest.onJoined?.(room),
  })
  const use = (next: CallMediaOptions) => {
    latest = next
  }
  return { media, feed: createPlanFeed(media, rules), use }
}
