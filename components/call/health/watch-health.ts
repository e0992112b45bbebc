import type { CallMedia, WholeCallMedia } from '../call-media.ts'
import type { RemoteEnd } from '../call-media-state.ts'
import { onceMore, type Ration, type Rationed } from '../ration.ts'
import type { Ear } from './ear.ts'
import { type Echo, lookForEcho, NO_ECHO, nextEcho } from './echo.ts'
import { type Figures, figuresFrom } from './figures.ts'
import { encodeHealth, HEALTH_TOPIC, HEALTHY, type HealthReport, parseHealth } from './health-report.ts'
import { type HeldBack, NOT_HELD, nextHeldBack } from './held-back.ts'
import { isBeside } from './is-beside.ts'
import { leastLost, type Passage } from './least-lost.ts'
import { GOOD_LINK, nextArrival, nextLinkQuality } from './link-quality.ts'
import { nextPictureBound, PICTURE_FREE } from './picture-bound.ts'
import { nextPictureHealth, PICTURE_UNSEEN, type PictureHealth } from './picture-health.ts'
import { NO_SILENCE, nextOwnSilence, nextSilence, type Silence, SUSPECT_AFTER_MS } from './silence.ts'
import { nextSoundFirst, PICTURE_TOO } from './sound-first.ts'
import type { PictureLook } from './thumbnail.ts'
import { nextVoicesOnly } from './voices-only.ts'

/** How the talk with one of the other ends does, by what both measure. */
export interface TalkHealth {
  /** What this end has measured, and told the other. */
  own: HealthReport
  /** What the other end has told; healthy as long as it says nothing. */
  theirs: HealthReport
}

/** How a call does: the talk with the first of those who are shown, and with each of the others. */
export interface CallHealth extends TalkHealth {
  others: readonly (TalkHealth & { identity: string })[]
}

export const IN_GOOD_HEALTH: CallHealth = { own: HEALTHY, theirs: HEALTHY, others: [] }

/** A page that only ever has its own talk need not know how to go without pictures. */
export type HealthMedia = Pick<
  CallMedia,
  'state' | 'stats' | 'sounds' | 'packets' | 'attachRemote' | 'attachOther' | 'boundPicture'
> &
  Partial<Pick<WholeCallMedia, 'takePictures'>>

/** What the view says of the talk, asked at each reading. */
export interface TalkRules {
  /** Somebody speaks with their hands, and no picture rests. */
  isSigned: boolean
  /** This page is beside the talk of others: where its line is too thin for their pictures it goes without. */
  isBeside: boolean
}

/** One of the other ends, and what is remembered of them from one reading to the next. */
interface Person {
  identity: string
  isFirst: boolean
  look: PictureLook
  detach: () => void
  silence: Silence
  held: HeldBack
  echo: Echo
  picture: PictureHealth
  heardEnergy: number | null
  pictureBytes: number | null
  packets: Passage | null
  own: HealthReport
}

/** What somebody has told, and when. */
interface Told {
  report: HealthReport
  atMs: number
}

/**
 * Measures every two seconds how the talk does, tells everybody who is shown what concerns them, and lets the own
 * picture rest when the network has no room for it, here or where it goes. A page beside the talk goes without the others'
 * where its line has no room for them. Begins two seconds late: nothing may be
 * asked of the browser in the moment of an answer.
 *
 * @returns ends it; the picture is free again
 */
export function watchHealth(
  media: HealthMedia,
  createLook: () => PictureLook,
  createEar: () => Ear,
  rules: () => TalkRules,
  onChange: (health: CallHealth) => void,
): () => void {
  let isStopped = false
  let link = GOOD_LINK
  let arrival = GOOD_LINK
  /** Of what arrives, as much as is laid to the own line. */
  let line = GOOD_LINK
  let ownSilentSince: number | null = null
  let soundFirst = PICTURE_TOO
  /** For the sake of the others' networks; they say so themselves. */
  let restsForOthers = PICTURE_TOO
  let bound = PICTURE_FREE
  let voicesOnly = PICTURE_TOO
  let last: { figures: Figures; atMs: number } | null = null
  let people: readonly Person[] = []
  let ear: Ear | null = null
  const told = new Map<string, Told>()
  const tellings = new Map<string, Rationed>()

  const heardFrom = (identity: string, atMs: number): HealthReport => {
    const heard = told.get(identity)
    return heard && atMs - heard.atMs <= OLD_AFTER_MS ? heard.report : HEALTHY
  }

  const tell = () => {
    const atMs = performance.now()
    const [first, ...others] = people.map(({ identity, own }) => {
      return { identity, own, theirs: heardFrom(identity, atMs) }
    })
    onChange(first ? { own: first.own, theirs: first.theirs, others } : IN_GOOD_HEALTH)
  }

  const stopHearing = media.packets.on(HEALTH_TOPIC, (from, bytes) => {
    if (!media.state().remotes.some(({ identity }) => identity === from)) return
    const atMs = performance.now()
    const left = onceMore(tellings.get(from), TELLINGS, atMs)
    if (!left) return
    tellings.set(from, left)
    const report = parseHealth(bytes)
    if (!report) return
    told.set(from, { report, atMs })
    tell()
  })

  const personOf = ({ identity }: RemoteEnd, isFirst: boolean): Person => {
    const known = people.find((one) => one.identity === identity)
    if (known?.isFirst === isFirst) return known
    // They have changed places on the page, and the picture is attached by place.
    known?.detach()
    const look = createLook()
    const detach = isFirst ? media.attachRemote(look.element) : media.attachOther(identity, look.element)
    return {
      silence: NO_SILENCE,
      held: NOT_HELD,
      echo: NO_ECHO,
      heardEnergy: null,
      pictureBytes: null,
      packets: null,
      own: HEALTHY,
      ...known,
      identity,
      isFirst,
      look,
      detach,
      picture: PICTURE_UNSEEN,
    }
  }

  /** Keeps one of each who is there; of whoever has gone nothing is remembered. */
  const follow = (remotes: readonly RemoteEnd[]) => {
    const next = remotes.map((remote, at) => personOf(remote, at === 0))
    for (const { identity, detach } of people) {
      if (remotes.some((remote) => remote.identity === identity)) continue
      detach()
      told.delete(identity)
      tellings.delete(identity)
    }
    people = next
  }

  const measure = (
    remotes: readonly RemoteEnd[],
    figures: Figures,
    voiceOf: (identity: string) => Figures,
    atMs: number,
  ) => {
    const { sending } = media.state()
    const { isSigned, isBeside: isThisBeside } = rules()
    const since = last ?? { figures, atMs }
    const elapsedMs = atMs - since.atMs
    last = { figures, atMs }
    const passages = people.flatMap((person) => {
      const { packetsReceived, packetsLost } = voiceOf(person.identity)
      const before = person.packets
      person.packets = { packetsReceived, packetsLost }
      if (!before) return []
      return {
        packetsReceived: packetsReceived - before.packetsReceived,
        packetsLost: packetsLost - before.packetsLost,
      }
    })
    // Two readings make one difference.
    if (elapsedMs > 0) {
      arrival = nextArrival(arrival, figures, since.figures)
      // The media server passes on the gaps of what never came to it. So what does not arrive is laid to the own
      // network only once the other ends have had the time to say that theirs is bad, and have not.
      // Nobody tells a listener: their line has lost no more than what is lost of everybody.
      const isToldNothing = people.every(({ identity }) => !told.has(identity))
      const lostHere = isToldNothing ? { ...figures, ...after(since.figures, leastLost(passages)) } : figures
      const isLostHere =
        arrival.level !== 'good' && people.every(({ identity }) => heardFrom(identity, atMs).link === 'good')
      const own = isLostHere ? lostHere : { ...figures, packetsLost: since.figures.packetsLost }
      link = nextLinkQuality(link, own, since.figures)
      line = nextArrival(line, own, since.figures)
      const microphone = { isOn: sending.sound, nowMs: atMs, elapsedMs }
      ownSilentSince = nextOwnSilence(ownSilentSince, figures, since.figures, microphone)
    }
    // Whoever sends no sound keeps the picture. Where hands speak everybody does, and the encoder makes it smaller.
    const mayRest = !isSigned && sending.sound && remotes.every(({ sound }) => sound)
    const hasRested = soundFirst.isOn || restsForOthers.isOn
    soundFirst = mayRest ? nextSoundFirst(soundFirst, link.level, atMs) : PICTURE_TOO
    // One picture goes to all: for one of several nobody else loses it, and for whoever is beside the talk nobody.
    const takers = people.filter(({ identity }) => heardFrom(identity, atMs).takesPictures)
    const isTooMuch =
      takers.some(({ identity }) => !isBeside(identity, isSigned)) &&
      takers.every(({ identity }) => heardFrom(identity, atMs).arrival === 'bad')
    restsForOthers = mayRest ? nextSoundFirst(restsForOthers, isTooMuch ? 'bad' : 'good', atMs) : PICTURE_TOO
    const wishes = takers.map(({ identity }) => {
      const { arrival: level, pictureBits: bitsPerSecond } = heardFrom(identity, atMs)
      return { level, bitsPerSecond, isBeside: isBeside(identity, isSigned) }
    })
    // Where nothing rests the voice takes what it can spare, and leaves it to the hands.
    if (!mayRest) {
      wishes.push({ level: link.level, bitsPerSecond: figures.scarceBitsPerSecond, isBeside: false })
    }
    bound = nextPictureBound(bound, wishes, hasRested, atMs)
    const about = {
      link: link.level,
      path: figures.path,
      arrival: arrival.level,
      sendsNothing: ownSilentSince !== null && atMs - ownSilentSince >= SUSPECT_AFTER_MS,
      isSoundFirst: soundFirst.isOn,
    }
    const pictureBits = people.map((person, at) => {
      const { pictureBytesReceived } = voiceOf(person.identity)
      const before = remotes[at]?.picture && elapsedMs > 0 ? person.pictureBytes : null
      person.pictureBytes = pictureBytesReceived
      return before === null ? null : Math.round(((pictureBytesReceived - before) * 8_000) / elapsedMs)
    })
    const isHeardHere = isThisBeside && remotes.some(({ sound }) => sound)
    voicesOnly = isHeardHere ? nextVoicesOnly(voicesOnly, line.level, pictureBits, atMs) : PICTURE_TOO
    for (const [at, person] of people.entries()) {
      const remote = remotes[at]
      if (!remote) continue
      const { heardEnergy } = voiceOf(person.identity)
      if (elapsedMs > 0 && person.heardEnergy !== null) {
        const saysNothing = told.get(person.identity)?.report.sendsNothing === true
        const moment = { sendsSound: remote.sound, saysNothing, nowMs: atMs, elapsedMs }
        const before = { ...since.figures, heardEnergy: person.heardEnergy }
        person.silence = nextSilence(person.silence, { ...figures, heardEnergy }, before, moment)
        person.picture = remote.picture
          ? nextPictureHealth(person.picture, person.look.look())
          : PICTURE_UNSEEN
      }
      person.heardEnergy = heardEnergy
      person.own = {
        ...about,
        hearsNothing: person.silence.isSuspect,
        hearsEcho: person.echo.isHeard,
        holdsBackMs: Math.round(person.held.ms),
        pictureFault: person.picture.fault,
        pictureBits: pictureBits[at] ?? null,
        takesPictures: !voicesOnly.isOn,
      }
    }
  }

  /** Two sounds of the same seconds, and whether the one is in the other. An echo waits in the buffers of both ends. */
  const listen = (remotes: readonly RemoteEnd[], voiceOf: (identity: string) => Figures, atMs: number) => {
    ear ??= createEar()
    ear.follow(media.sounds())
    const heard = ear.hear()
    const sent = heard.get(null)
    for (const [at, person] of people.entries()) {
      const received = heard.get(person.identity)
      person.held = nextHeldBack(person.held, voiceOf(person.identity))
      const heldMs = person.held.ms + heardFrom(person.identity, atMs).holdsBackMs
      if (!remotes[at]?.sound) person.echo = NO_ECHO
      else if (sent && received) person.echo = nextEcho(person.echo, lookForEcho(sent, received, heldMs))
    }
  }

  const tick = async () => {
    const stats = await media.stats()
    if (isStopped) return
    const atMs = performance.now()
    const { remotes, connection } = media.state()
    if (remotes.length > 0 && connection === 'connected') {
      follow(remotes)
      const voiceOf = (identity: string) =>
        figuresFrom(stats.flatMap(({ of, report }) => (of === identity ? [report] : [])))
      listen(remotes, voiceOf, atMs)
      measure(remotes, figuresFrom(stats.map(({ report }) => report)), voiceOf, atMs)
      media.boundPicture(soundFirst.isOn || restsForOthers.isOn ? 0 : bound.bitsPerSecond)
      media.takePictures?.(!voicesOnly.isOn)
      for (const { identity, own } of people) media.packets.send(HEALTH_TOPIC, encodeHealth(own), [identity])
    } else {
      // On hold, or on the way back: what was measured before says nothing any more.
      last = null
      arrival = GOOD_LINK
      line = GOOD_LINK
      ownSilentSince = null
      follow([])
      ear?.follow([])
    }
    tell()
    timer = setTimeout(() => void tick(), EVERY_MS)
  }
  let timer = setTimeout(() => void tick(), EVERY_MS)

  return () => {
    isStopped = true
    clearTimeout(timer)
    stopHearing()
    follow([])
    ear?.close()
    media.boundPicture(null)
    media.takePictures?.(true)
  }
}

/** What is counted of one passage after what was counted before it. */
const after = (before: Passage, { packetsReceived, packetsLost }: Passage): Passage => ({
  packetsReceived: before.packetsReceived + packetsReceived,
  packetsLost: before.packetsLost + packetsLost,
})

const EVERY_MS = 2_000
/** What is taken of one end: twice as often as it has anything to say, and all that a connection has held up. */
const TELLINGS: Ration = { atOnce: 6, everyMs: EVERY_MS / 2 }
/** Several reports have not come: what the last one said may be over. */
const OLD_AFTER_MS = 10_000
