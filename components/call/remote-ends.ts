import type { RemoteParticipant, RemoteTrackPublication } from 'livekit-client'
import { USUAL_VOLUME_DB, type VolumeDb } from '@/lib/content/volumes.ts'
import type { SeenEnd } from './call-media-state.ts'
import { createRemoteSeat, publicationOf, type RemoteSeat } from './remote-seat.ts'
import type { RoomLink } from './room-link.ts'
import { gainOf } from './volume.ts'
import { wantedOf } from './wanted-tracks.ts'

/**
 * The other ends: subscribed as soon as they are named, shown and played when the plan says so. The first of
 * them has a seat that is there from the start, because their first picture must not wait for anything;
 * everyone else gets one when they come.
 */
export interface RemoteEnds {
  /**
   * @param named may be subscribed already; whoever is not in it is nobody.
   * @param isPeopleOnly no paper and no screen of theirs is taken
   */
  follow: (named: readonly string[], shows: readonly string[], isPeopleOnly: boolean) => void
  /** False: the voices of those who are named are taken, and no picture of anybody. */
  takePictures: (does: boolean) => void
  /** Looks at the room again. */
  refresh: () => void
  /** Plays the picture of the first one, whoever that is. */
  attachFirst: (element: HTMLVideoElement) => () => void
  /** Plays the picture of somebody else. */
  attachOther: (identity: string, element: HTMLVideoElement) => () => void
  /** Their picture is subscribed, whatever it carries. */
  hasPictureOf: (identity: string) => boolean
  resumeSound: () => Promise<void>
  /** Everybody goes on at the speaker that is chosen now. */
  chooseSpeaker: () => void
  /** How loud everybody is played, now and later. */
  setVolume: (volume: VolumeDb) => void
  /** Everybody who is shown, in the plan's order. */
  state: () => readonly SeenEnd[]
  isSoundBlocked: () => boolean
}

export function createRemoteEnds(
  link: Pick<RoomLink, 'state' | 'participant' | 'participants'>,
  speaker: () => string | null,
  onChange: () => void,
): RemoteEnds {
  let named: ReadonlySet<string> = new Set()
  let shows: readonly string[] = []
  let isPeopleOnly = false
  let isVoicesOnly = false
  const first = createRemoteSeat(speaker, onChange)
  const others = new Map<string, RemoteSeat>()
  let volume: VolumeDb = USUAL_VOLUME_DB

  let lookAgain: ReturnType<typeof setTimeout> | undefined

  const refresh = () => {
    clearTimeout(lookAgain)
    // LiveKit loses an event now and then when it had to reconnect, so events only hurry this up. While it
    // connects it tells of nobody, and whoever is asked for then is there as soon as media can flow.
    const isConnecting = link.state().kind === 'signalled'
    if (!isComplete())
      lookAgain = setTimeout(refresh, isConnecting ? LOOK_WHILE_CONNECTING_MS : LOOK_AGAIN_MS)
    for (const participant of link.participants()) subscribe(participant)
    askAgain()
    const [main, ...rest] = shows.flatMap((name) => link.participant(name) ?? [])
    // Before it is unmuted, and behind a curtain before it may be shown, so that the first frame finds its
    // place ready.
    first.fill(main ?? null, firstNamed())
    for (const participant of rest) seatOf(participant.identity).fill(participant, null)
    for (const [identity, seat] of others) {
      if (!rest.some((participant) => participant.identity === identity)) empty(identity, seat)
    }
    onChange()
  }

  const seatOf = (identity: string): RemoteSeat => {
    const known = others.get(identity)
    if (known) return known
    const seat = createRemoteSeat(speaker, onChange)
    seat.setGain(gainOf(volume))
    others.set(identity, seat)
    return seat
  }

  /** Kept as long as the page has an element there: they may be back before it is gone. */
  const empty = (identity: string, seat: RemoteSeat) => {
    seat.fill(null, null)
    if (!seat.isAttached()) others.delete(identity)
  }

  const firstNamed = (): RemoteParticipant | null => {
    for (const identity of named) {
      const participant = link.participant(identity)
      if (participant) return participant
    }
    return null
  }

  /** What is taken of one of those who are named. */
  const publicationsOf = (participant: RemoteParticipant | null): RemoteTrackPublication[] =>
    wantedOf(
      participant?.trackPublications.values() ?? [],
      isVoicesOnly ? 'voices' : isPeopleOnly ? 'people' : 'everything',
    )

  /** Says it again only when it changes: each time is a message to the server. */
  const subscribe = (participant: RemoteParticipant) => {
    const wanted = new Set(named.has(participant.identity) ? publicationsOf(participant) : [])
    for (const publication of participant.trackPublications.values()) {
      const isWanted = wanted.has(publication)
      if (publication.isDesired !== isWanted) publication.setSubscribed(isWanted)
    }
  }

  /** Everybody who is named is there, with all that they have published. */
  const isComplete = (): boolean =>
    [...named].every((identity) => {
      const publications = publicationsOf(link.participant(identity))
      return publications.length > 0 && publications.every(({ track }) => track !== undefined)
    })

  /** Since when each track that was asked for has not come, in milliseconds of the page's own clock. */
  let awaited = new Map<RemoteTrackPublication, number>()

  /** LiveKit's client asks for a track once; one that has not come for long is asked for anew. */
  const askAgain = () => {
    const now = performance.now()
    const next: typeof awaited = new Map()
    for (const identity of named) {
      for (const publication of publicationsOf(link.participant(identity))) {
        if (publication.track !== undefined) continue
        const since = awaited.get(publication) ?? now
        const isLate = now - since >= ASKED_AGAIN_AFTER_MS
        if (isLate) {
          publication.setSubscribed(false)
          publication.setSubscribed(true)
        }
        next.set(publication, isLate ? now : since)
      }
    }
    awaited = next
  }

  const seats = () => [first, ...others.values()]

  return {
    follow(nextNamed, nextShows, nextIsPeopleOnly) {
      named = new Set([...nextNamed, ...nextShows])
      isPeopleOnly = nextIsPeopleOnly
      if (named.size > 0) first.prepare()
      shows = nextShows
      refresh()
    },
    takePictures(does) {
      if (does !== isVoicesOnly) return
      isVoicesOnly = !does
      refresh()
    },
    refresh,
    attachFirst: first.attach,
    attachOther(identity, element) {
      const seat = seatOf(identity)
      const detach = seat.attach(element)
      return () => {
        detach()
        if (!seat.isAttached() && seat.state() === null && others.get(identity) === seat)
          others.delete(identity)
      }
    },
    hasPictureOf(identity) {
      const participant = link.participant(identity)
      return participant !== null && publicationOf(participant, 'picture')?.track !== undefined
    },
    async resumeSound() {
      const silent = seats().filter((seat) => seat.isSoundBlocked())
      await Promise.all(silent.map((seat) => seat.resumeSound()))
    },
    chooseSpeaker() {
      for (const seat of seats()) seat.prepare()
    },
    setVolume(next) {
      volume = next
      for (const seat of seats()) seat.setGain(gainOf(volume))
    },
    state() {
      const main = first.state()
      const rest = shows.flatMap((name) => others.get(name)?.state() ?? [])
      return main ? [main, ...rest] : rest
    },
    isSoundBlocked: () => seats().some((seat) => seat.isSoundBlocked()),
  }
}

const LOOK_AGAIN_MS = 400
const LOOK_WHILE_CONNECTING_MS = 30
/** The media server looks by itself every 3 s whether a subscription has become possible, and a thin line takes as long. */
const ASKED_AGAIN_AFTER_MS = 6_000
