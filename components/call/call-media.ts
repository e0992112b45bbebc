import { USUAL_VOLUME_DB, type VolumeDb } from '@/lib/content/volumes.ts'
import { type Channels, NO_CHANNELS } from '@/lib/switchboard/board.ts'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import {
  type CallMediaState,
  CHANNELS,
  type Channel,
  type ConnectionState,
  DEFAULT_DEVICES,
  type DeviceChoice,
  type DeviceRole,
  type DeviceTrouble,
  type SoundAndPicture,
} from './call-media-state.ts'
import { createConvergence } from './convergence.ts'
import type { MakeDevices } from './copied-devices.ts'
import { type Curtain, createCurtain } from './curtain.ts'
import { createFirstPicture, type FirstPicture } from './first-picture.ts'
import type { PassingSound } from './health/ear.ts'
import { createMissingBefore } from './missing-before.ts'
import { type Actual, type NextStep, nextStep, type Wanted } from './next-step.ts'
import { createOwnDevices } from './own-devices.ts'
import { createOwnPaper, type PaperShow } from './own-paper.ts'
import { createPacketGate, type Packets } from './packets.ts'
import { isPageLeaving, watchPageLeaving } from './page-leaving.ts'
import { createPluggedSpeaker } from './plugged-speaker.ts'
import { createReceivedPaper, type ReceivedPaper } from './received-paper.ts'
import { createReceivedScreen, type ReceivedScreen } from './received-screen.ts'
import { createRemoteEnds } from './remote-ends.ts'
import { createRoomLink, type FetchToken, type TrackStats } from './room-link.ts'
import { isSameRoom, type PlannedRoom } from './room-ticket.ts'
import { createScreenShare, type ScreenShare } from './screen-share.ts'
import type { TextTalk } from './text/text-state.ts'
import { createTextTalk } from './text/text-talk.ts'
import { TYPED_IN_THIS_TAB } from './text/typed-before.ts'
import { createToldState } from './told-state.ts'
import { createWholeFrames } from './whole-frames.ts'
import { createWordOfPresence } from './word-of-presence.ts'

export interface CallMediaOptions {
  /** Asks for a ticket to the room; throws when there is none now. Asked again, with pauses, while the plan names the room. */
  fetchToken: FetchToken
  /** Which devices the person chose; asked each time they are opened. Absent: the defaults. */
  chosenDevices?: () => DeviceChoice
  /** Where camera and microphone come from. Absent: this media opens its own. */
  devices?: MakeDevices
  /** Joined and published, for the first time or again, or still there while the room is away: post `…/joined`. */
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
  /**
   * A page that was loaded anew in a call: what the page before had not declared counts as switched off by the
   * person, unless it was only missing. That comes back by itself.
   */
  muteUndeclared: (declared: Channels) => void
  setVolume: (volume: VolumeDb) => void
  /**
   * The own picture takes no more than these bits per second, and is smaller for it; 0: it rests; null: as much as it
   * likes. Where little is left the voice takes fewer too, so that a network without room for both carries it.
   */
  boundPicture: (bitsPerSecond: number | null) => void
  /** Plays the picture of `state().remote` here, whoever that is. Returns its undoing. */
  attachRemote: (element: HTMLVideoElement) => () => void
  /** Plays the picture of one of the others in `state().remotes` here. Returns its undoing. */
  attachOther: (identity: string, element: HTMLVideoElement) => () => void
  /** What hides the far end on this page, and what lies ready behind it. Returns its undoing. */
  attachCurtain: Curtain['attach']
  /** Does this now, or after the picture that an answer is about to bring: for all that is painted because of it. */
  afterPicture: FirstPicture['after']
  /** Plays all sound that the browser had refused; call it in a tap's handler. */
  resumeSound: () => Promise<void>
  /** What the browser counts about everything that is sent and received. It costs: not more than every 2 s. */
  stats: () => Promise<readonly TrackStats[]>
  /** The sounds that pass through this page now: its own microphone's, and those of whoever is named. */
  sounds: () => readonly PassingSound[]
  /** Small messages to and from the other ends, as the plan allows. */
  packets: Packets
  /** What is typed in the call. */
  text: TextTalk
  state: () => CallMediaState
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
  /** Leaves and lets go of everything. A later plan starts anew. */
  stop: () => Promise<void>
}

/** What only a page in a call needs: a page that may never call carries `CallMedia` alone. */
export interface WholeCallMedia extends CallMedia {
  papers: Papers
  screens: Screens
  /**
   * The person has chosen another device for this: it takes the place of the one at hand, also while that is
   * sent. Null: it has; else why not, and the one at hand stays.
   */
  takeChosen: (role: DeviceRole) => Promise<DeviceTrouble | null>
  /** False: this page goes without everybody's picture, so that the voices get through; true: it takes them again. */
  takePictures: (does: boolean) => void
  /** As loud as this each call begins, the one at hand too unless somebody has changed it. */
  setUsualVolume: (volume: VolumeDb) => void
}

/** Screens that are shared: from here, and from the other end. */
export interface Screens {
  own: ScreenShare
  received: ReceivedScreen
}

/** Papers that are held to a camera: here, and at the other end. */
export interface Papers {
  own: PaperShow
  received: ReceivedPaper
}

export function createCallMedia(options: CallMediaOptions): WholeCallMedia {
  watchPageLeaving()
  let plan: MediaPlan = NO_PLAN
  let userMuted = NOTHING_MUTED
  let usualVolume: VolumeDb = USUAL_VOLUME_DB
  let volume: VolumeDb = usualVolume
  let isSoundFirst = false
  /** The page holds the devices open, with or without a call. */
  let isHeld = false
  let asked: SoundAndPicture = { sound: true, picture: true }
  let replacedIn: PlannedRoom | null = null
  let announcedStay = -1
  const wordOfPresence = createWordOfPresence((room) => options.onJoined?.(room))
  const missingBefore = createMissingBefore()
  const curtain = createCurtain()
  const firstPicture = createFirstPicture()
  const told = createToldState((before) => read(before), firstPicture.after)
  const { tell } = told

  const changed = () => {
    syncSending()
    for (const channel of CHANNELS) devices.settle(channel, link.published(channel))
    // What closes with the page is not missing.
    if (!isPageLeaving()) missingBefore.follow(plan.room, devices.state(), userMuted)
    own.refresh()
    received.refresh()
    text.follow()
    ownScreen.sync()
    receivedScreen.refresh()
    wholeFrames.follow()
    tell()
    void convergence.goOn()
  }
  const chosenDevices = options.chosenDevices ?? (() => DEFAULT_DEVICES)
  const devices = (options.devices ?? createOwnDevices)(chosenDevices, changed)
  const link = createRoomLink({
    onChange() {
      remotes.refresh()
      changed()
    },
    onSpeakers: tell,
    onCutOff(why) {
      convergence.abandon()
      if (why === 'replaced') replacedIn = plan.room
      else convergence.pause()
      // LiveKit stops the tracks by itself when the page is about to be left, and the person may stay.
      devices.noticeStopped()
      remotes.refresh()
      changed()
    },
    onPacket: (from, topic, bytes) => packets.arrived(from, topic, bytes),
  })
  const packets = createPacketGate(() => plan, link)
  const wholeFrames = createWholeFrames(packets, link)
  const text = createTextTalk({
    plan: () => plan,
    packets,
    reachable: packets.reachable,
    typedBefore: TYPED_IN_THIS_TAB,
    onChange: tell,
  })
  const speaker = createPluggedSpeaker(
    () => chosenDevices().speaker,
    () => remotes.chooseSpeaker(),
  )
  const remotes = createRemoteEnds(link, speaker.id, () => {
    tell()
    if (remotes.state()[0]?.receives.picture) firstPicture.came()
  })
  const received = createReceivedPaper(link)
  const ownScreen = createScreenShare(() => plan, link)
  const receivedScreen = createReceivedScreen(link)
  const isLiveHere = (): boolean => {
    const place = link.state()
    return (
      plan.send === 'live' &&
      (place.kind === 'signalled' || place.kind === 'joined') &&
      isSameRoom(place.room, plan.room)
    )
  }
  const own = createOwnPaper(link, devices, isLiveHere)

  /** Nothing leaves unless the newest plan says so for the very room that this page is in. */
  const mayLeave = (channel: Channel): boolean =>
    isLiveHere() && !userMuted[channel] && !(isSoundFirst && channel === 'picture') && isOwnPublished(channel)

  /** While another device of the person takes its place, the one before it goes on. */
  const isOwnPublished = (channel: Channel): boolean => {
    const sent = link.published(channel)
    return sent !== null && devices.isOwn(channel, sent)
  }

  const syncSending = () => {
    link.setLive('sound', mayLeave('sound'))
    link.setLive('picture', mayLeave('picture'))
  }

  const actual = (): Actual => ({
    link: link.state(),
    replacedIn,
    isPausing: convergence.isPausing(),
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
        convergence.succeeded()
        tell()
        // Apart from this loop: a page that fails to report has still joined.
        queueMicrotask(() => options.onJoined?.(step.room))
        return
      case 'rest':
    }
  }

  const convergence = createConvergence({
    next: () => nextStep(actual(), wanted()),
    take,
    leave: link.leave,
    onPauseOver: changed,
  })

  const read = (before: CallMediaState): CallMediaState => {
    const shown = remotes.state().map((end) => ({
      ...end,
      receives: { ...end.receives, text: text.hasHeardFrom(end.identity) },
    }))
    const [remote = null] = shown
    // What closes with the page says nothing of what its person has switched on, and may never have been open.
    const ofDevices = isPageLeaving()
      ? { devices: before.devices, channels: before.channels }
      : { devices: devices.state(), channels: offered() }
    return {
      ...ofDevices,
      userMuted,
      sending: { sound: link.isLive('sound'), picture: link.isLive('picture') },
      connection: connection(),
      ready: isReadyIn(plan.room),
      remote,
      remotes: shown,
      reachable: packets.reachable(),
      receives: remote?.receives ?? NO_CHANNELS,
      soundBlocked: remotes.isSoundBlocked(),
      volume,
      selfView: devices.selfView(),
    }
  }

  const isReadyIn = (room: PlannedRoom | null) => {
    const place = link.state()
    const isThere = place.kind === 'joined' && isSameRoom(place.room, room)
    return isThere && !link.isReconnecting() && announcedStay === link.stay()
  }

  /** A call that sound or picture can carry is not given up because text does not pass. */
  const offered = () => {
    const sound = isOffered('sound')
    const picture = isOffered('picture')
    return { sound, picture, text: text.doesPass() || !(sound || picture) }
  }
  const isOffered = (channel: Channel) => devices.track(channel) !== null && !userMuted[channel]

  const connection = (): ConnectionState => {
    if (plan.room === null) return 'out'
    if (isSameRoom(replacedIn, plan.room)) return 'replaced'
    if (convergence.isPausing()) return 'lost'
    if (link.isReconnecting()) return 'reconnecting'
    return link.state().kind === 'joined' ? 'connected' : 'connecting'
  }

  const setVolume = (next: VolumeDb) => {
    volume = next
    remotes.setVolume(next)
  }

  const asAtFirst = () => {
    userMuted = NOTHING_MUTED
    isSoundFirst = false
    link.setThrifty(false)
    link.boundPicture(null)
    setVolume(usualVolume)
  }

  const apply = (next: MediaPlan) => {
    const { room: before, shows } = plan
    plan = next
    // Nobody to wait for, and what was put off belongs before whatever comes now.
    if (next.shows.length === 0) firstPicture.came()
    else if (shows.length === 0 && next.shows.slice(0, 1).some(remotes.hasPictureOf)) firstPicture.expect()
    if (!isSameRoom(before, next.room)) {
      convergence.abandon()
      convergence.endPause()
      // From one call straight into another. A room that goes and comes back keeps the switches.
      if (before !== null && next.room !== null && before.name !== next.room.name) asAtFirst()
      if (next.room === null) isHeld = false
      replacedIn = null
    }
    link.nameSubscribers(next.mayReceive, next.peopleOnly)
    syncSending()
    curtain.draw(next.shows.length > 0)
    speaker.follow(next.room !== null)
    remotes.follow(next.mayReceive, next.shows, next.takesPeopleOnly === true)
    own.follow(next)
    received.follow(next.shows)
    receivedScreen.follow(next.shows)
    changed()
    wordOfPresence.follow(next.room, isReadyIn(next.room))
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
      if (plan.room === null) asAtFirst()
      changed()
    },
    apply,
    setUserMuted(muted) {
      userMuted = { ...userMuted, ...muted }
      changed()
    },
    muteUndeclared(declared) {
      const isOff = (channel: Channel) => !declared[channel] && !missingBefore.was(plan.room, channel)
      userMuted = { sound: isOff('sound'), picture: isOff('picture') }
      changed()
    },
    async takeChosen(role) {
      if (role !== 'speaker') return devices.takeChosen(role === 'camera' ? 'picture' : 'sound')
      remotes.chooseSpeaker()
      return null
    },
    takePictures: remotes.takePictures,
    setUsualVolume(next) {
      const isAsUsual = volume === usualVolume
      usualVolume = next
      if (!isAsUsual || volume === next) return
      setVolume(next)
      tell()
    },
    setVolume(next) {
      setVolume(next)
      tell()
    },
    boundPicture(bits) {
      link.setThrifty(bits !== null && bits < THRIFTY_BELOW_BITS_PER_SECOND)
      const rests = bits === 0
      if (!rests) link.boundPicture(bits)
      if (rests === isSoundFirst) return
      isSoundFirst = rests
      changed()
    },
    stats: link.stats,
    sounds: link.sounds,
    attachRemote: remotes.attachFirst,
    attachOther: remotes.attachOther,
    attachCurtain: curtain.attach,
    afterPicture: firstPicture.after,
    resumeSound: remotes.resumeSound,
    packets: { send: packets.send, on: packets.on },
    papers: { own, received },
    text,
    screens: { own: ownScreen, received: receivedScreen },
    state: told.state,
    subscribe: told.subscribe,
    async stop() {
      apply(NO_PLAN)
      devices.close()
      await link.leave()
    },
  }
}

/** The voice with its redundancy takes 116 kb/s on the line: half of what a picture has beside it is too much. */
const THRIFTY_BELOW_BITS_PER_SECOND = 200_000

const NO_PLAN: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

const NOTHING_MUTED: SoundAndPicture = { sound: false, picture: false }

const opened = (device: CallMediaState['devices']['sound']): OpenedDevices['sound'] => {
  if (device.kind === 'open') return { ok: true }
  // Closed again while it was being opened counts as not to be had.
  return { ok: false, why: device.kind === 'unavailable' ? device.why : 'missing' }
}
