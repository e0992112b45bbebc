import { type CallMediaState, MEDIA_AT_REST } from './call-media-state.ts'
import type { FirstPicture } from './first-picture.ts'
import { keepUnchanged } from './keep-unchanged.ts'

/** What a page is told of its media: the same object for as long as nothing in it changes. */
export interface ToldState {
  /** Anything in it may have changed. */
  tell: () => void
  state: () => CallMediaState
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
}

/** @param after when listeners hear of a change; what `state` gives is never put off */
export function createToldState(
  read: (told: CallMediaState) => CallMediaState,
  after: FirstPicture['after'],
): ToldState {
  let told: CallMediaState = MEDIA_AT_REST
  let isToBeTold = false
  const listeners = new Set<() => void>()
  return {
    tell() {
      const next = keepUnchanged(told, read(told))
      if (next === told) return
      told = next
      if (isToBeTold) return
      isToBeTold = true
      after(() => {
        isToBeTold = false
        for (const listener of [...listeners]) listener()
      })
    },
    state: () => told,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
