import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import {
  type CallMediaState,
  type Channel,
  type ConnectionState,
  DEFAULT_DEVICES,
  type DeviceChoice,
  type DeviceTrouble,
  MEDIA_AT_REST,
  type SoundAndPicture,
} from './call-media-state.ts'
import { keepUnchanged } from './keep-unchanged.ts'
import { type Actual, type NextStep, nextStep, type Wanted } from './next-step.ts'
import { createOwnDevices } from './own-devices.ts'
import { isPageLeaving, watchPageLeaving } from './page-leaving.ts'
import { createRemoteEnd } from './remote-end.ts'
import { createRoomLink, type FetchToken } from './room-link.ts'
import { isSameRoom, type PlannedRoom } from './room-ticket.ts'

export interface CallMediaOptions {
  /** Asks for a ticket to the room; throws when there is none now. Asked again, with pauses, while the plan names the room. */
  fetchToken: FetchToken
  /** Which devices the person chose; asked each time they are opened. Absent: the defaults. */
  chosenDevices?: () => DeviceChoice
  /** Joined and published, for the first time or again: post `…/joined`. */
  onJoined?: (room: PlannedRoom) => void
}

/** What could be had, and why not. */
export interface OpenedDevices {
  sound: { ok: true } | { ok: false; why: DeviceTrouble }
  picture: { ok: true } | { ok: false; why: DeviceTrouble }
}

/**
 * The media of one page: its camera and microphone, the one room it may be in, and the other end.
 * Framework-free; LiveKit is fetched when first needed.
 */
export interface CallMedia {
  /** Opens what is asked for, once: a second call joins the first. Call it in the tap's own handler. */
  openDevices: (wanted?: SoundAndPicture) => Promise<OpenedDevices>
  /**
   * The call, or the trial, is over: lets go of the devices and sets the switches back. While a plan names a
   * room they stay open until it no longer does.
   */
  closeDevices: () => void
  /**
   * Makes the newest plan true: joins, names the subscribers, publishes muted, unmutes, shows, leaves.
   * What may leave the page changes before this returns; the rest converges behind it.
   */
  apply: (plan: MediaPlan) => void
  setUserMuted: (muted: Partial<SoundAndPicture>) => void
  /** Plays the other end's picture here. Returns its undoing. */
  attachRemote: (element: HTMLVideoElement) => () => void
  /** Plays the sound that the browser had refused; call it in a tap's handler. */
  resumeSound: () => Promise<void>
  state: () => CallMediaState
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
  /** Leaves and lets go of everything. A later plan starts anew. */
  stop: () => Promise<void>
}

export function createCallMedia(options: CallMediaOptions): CallMedia {
  watchPageLeaving()
  let plan: MediaPlan = NO_PLAN
  let userMuted = NOTHING_MUTED
  /** The page holds the devices open, with or without a call. */
  let isHeld = false
  let asked: SoundAndPicture = { sound: true, picture: true }
  let replacedIn: PlannedRoom | null = null
  let announcedStay = -1
  let failures = 0
  let pauseTimer: ReturnType<typeof setTimeout> | null = null
  let isConverging = false
  let interrupt = new AbortController()
  let told: CallMediaState = MEDIA_AT_REST
  const listeners = new Set<() => void>()

  const changed = () => {
    syncSending()
    tell()
    void converge()
  }
  const chosenDevices = options.chosenDevices ?? (() => DEFAULT_DEVICES)
  const devices = createOwnDevices(chosenDevices, changed)
  const link = createRoomLink({
    onChange() {
      remote.refresh()
      changed()
    },
    onCutOff(why) {
      abandonStep()
      if (why === 'replaced') replacedIn = plan.room
      else pause()
      // LiveKit stops the tracks by itself when the page is about to be left, and the person may stay.
      devices.noticeStopped()
      remote.refresh()
      changed()
    },
  })
  const remote = createRemoteEnd(
    link,
    () => chosenDevices().speaker,
    () => tell(),
  )

  /** Nothing leaves unless the newest plan says so for the very room that this page is in. */
  const mayLeave = (channel: Channel): boolean => {
    const place = link.state()
    return (
      plan.send === 'live' &&
      (place.kind === 'signalled' || place.kind === 'joined') &&
      isSameRoom(place.room, plan.room) &&
      !userMuted[channel] &&
      devices.track(channel)?.id === link.published(channel)
    )
  }

  const syncSending = () => {
    link.setLive('sound', mayLeave('sound'))
    link.setLive('picture', mayLeave('picture'))
  }

  const actual = (): Actual => ({
    link: link.state(),
    replacedIn,
    isPausing: pauseTimer !== null,
    devices: devices.phase(),
    tracks: { sound: tracksOf('sound'), picture: tracksOf('picture') },
    isAnnounced: announcedStay === link.stay(),
  })

  const wanted = (): Wanted => ({
    room: plan.room,
    devices: (isHeld || plan.room !== null) && (asked.sound || asked.picture),
  })

  const tracksOf = (channel: Channel) => ({
    device: devices.track(channel)?.id ?? null,
    published: link.published(channel),
  })

  /** One step at a time, whatever happens meanwhile; each looks at the newest plan. */
  const converge = async () => {
    if (isConverging) return
    isConverging = true
    try {
      for (;;) {
        const step = nextStep(actual(), wanted())
        if (step.kind === 'rest') return
        await perform(step)
      }
    } finally {
      isConverging = false
    }
  }

  const perform = async (step: NextStep) => {
    const { signal } = interrupt
    try {
      await take(step, signal)
    } catch {
      // Whatever failed, the way back is the same: out, a pause, and in again if the plan still says so.
      // Reasons stay out of the log, because LiveKit's may quote the token.
      if (!signal.aborted) pause()
      await link.leave()
    }
  }

  /** What is under way can no longer succeed, or is no longer wanted; waiting for it would hold up the rest. */
  const abandonStep = () => {
    interrupt.abort()
    interrupt = new AbortController()
  }

  const take = async (step: NextStep, signal: AbortSignal): Promise<void> => {
    switch (step.kind) {
      case 'leave':
        return link.leave()
      case 'closeDevices':
        return devices.close()
      case 'openDevices':
        // Joining does not wait for the person's answer.
        void devices.open(asked)
        return
      case 'join':
        return link.join(step.room, options.fetchToken, signal)
      case 'publish':
        await Promise.all(
          step.channels.map(async (channel) => {
            const track = devices.track(channel)
            if (track) await link.publish(channel, track, signal)
          }),
        )
        return
      case 'replace': {
        const track = devices.track(step.channel)
        if (track) await link.replace(step.channel, track, signal)
        return
      }
      case 'announce':
        announcedStay = link.stay()
        failures = 0
        tell()
        // Apart from this loop: a page that fails to report has still joined.
        queueMicrotask(() => options.onJoined?.(step.room))
        return
      case 'rest':
    }
  }

  const pause = () => {
    if (pauseTimer !== null) return
    pauseTimer = setTimeout(() => {
      pauseTimer = null
      changed()
    }, pauseMs(failures++))
  }

  const endPause = () => {
    if (pauseTimer !== null) clearTimeout(pauseTimer)
    pauseTimer = null
    failures = 0
  }

  const tell = () => {
    const next = keepUnchanged(told, {
      devices: devices.state(),
      userMuted,
      sending: { sound: link.isLive('sound'), picture: link.isLive('picture') },
      channels: isPageLeaving() ? told.channels : offered(),
      connection: connection(),
      ready: link.state().kind === 'joined' && !link.isReconnecting() && announcedStay === link.stay(),
      remote: remote.state(),
      receives: remote.receives(),
      soundBlocked: remote.isSoundBlocked(),
      selfView: devices.selfView(),
    })
    if (next === told) return
    told = next
    for (const listener of [...listeners]) listener()
  }

  const offered = () => ({ sound: isOffered('sound'), picture: isOffered('picture'), text: false })
  const isOffered = (channel: Channel) => devices.track(channel) !== null && !userMuted[channel]

  const connection = (): ConnectionState => {
    if (plan.room === null) return 'out'
    if (isSameRoom(replacedIn, plan.room)) return 'replaced'
    if (pauseTimer !== null) return 'lost'
    if (link.isReconnecting()) return 'reconnecting'
    return link.state().kind === 'joined' ? 'connected' : 'connecting'
  }

  const apply = (next: MediaPlan) => {
    const before = plan.room
    plan = next
    if (!isSameRoom(before, next.room)) {
      abandonStep()
      endPause()
      // From one call straight into another. A room that goes and comes back keeps the switches.
      if (before !== null && next.room !== null && before.name !== next.room.name) userMuted = NOTHING_MUTED
      if (next.room === null) isHeld = false
      replacedIn = null
    }
    link.nameSubscribers(next.mayReceive)
    syncSending()
    remote.follow(next.mayReceive, next.shows)
    changed()
  }

  return {
    async openDevices(wanted = { sound: true, picture: true }) {
      isHeld = true
      asked = wanted
      await devices.open(wanted)
      const { sound, picture } = devices.state()
      return { sound: opened(sound), picture: opened(picture) }
    },
    closeDevices() {
      isHeld = false
      // The next person starts with nothing switched off.
      if (plan.room === null) userMuted = NOTHING_MUTED
      changed()
    },
    apply,
    setUserMuted(muted) {
      userMuted = { ...userMuted, ...muted }
      changed()
    },
    attachRemote: remote.attach,
    resumeSound: remote.resumeSound,
    state: () => told,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      apply(NO_PLAN)
      devices.close()
      await link.leave()
    },
  }
}

const NO_PLAN: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

const NOTHING_MUTED: SoundAndPicture = { sound: false, picture: false }

/** Soon at first; never more than 5 s, and never all pages at the same moment. */
const pauseMs = (failures: number): number =>
  Math.min(400 * 2 ** failures, 5_000) * (0.75 + Math.random() / 2)

const opened = (device: CallMediaState['devices']['sound']): OpenedDevices['sound'] => {
  if (device.kind === 'open') return { ok: true }
  // Closed again while it was being opened counts as not to be had.
  return { ok: false, why: device.kind === 'unavailable' ? device.why : 'missing' }
}
