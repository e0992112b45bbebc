import { log } from '../config/log.ts'
import type { Board } from '../switchboard/board.ts'
import type { BodyId, EpochMs } from '../switchboard/ids.ts'

/** A board at a moment, as somebody read or committed it. */
export interface Picture {
  board: Board
  now: EpochMs
  revision: number
}

/** One open page. */
export interface Subscriber {
  /** What this audience may know of the board; pure. */
  view: (board: Board, now: EpochMs) => object
  /** A view that differs from the last one. */
  onView: (view: object) => void
  /** The last view is current as of now. */
  onBeat: () => void
  /** Whether it is current is not known: the database cannot be reached. */
  onSilence: () => void
}

/** Where boards become views. One per process. */
export interface Hub {
  /** Hands over a first view as soon as the board is read, then every one that differs. @returns ends it */
  subscribe: (bodyId: BodyId, subscriber: Subscriber) => () => void
  /** This process has committed a board. */
  publish: (bodyId: BodyId, picture: Picture) => void
  /** Another process has committed this revision, or may have. Null: no idea which. */
  hint: (bodyId: BodyId, revision: number | null) => void
  /** Anything may have changed anywhere. */
  hintAll: () => void
  /** Reads the boards whose turn it is anew and beats where that worked. Each body's turn comes once in `turns` calls. */
  beat: () => Promise<void>
}

/**
 * Reads a body's board once per burst of changes and sends each page its own view of it. Whole views
 * only, and only ones that say something new, so a page that missed any number of changes is right again
 * with the next.
 *
 * @param turns over how many beats the bodies are dealt out: thousands of pages that beat at once hold up
 *   whatever command comes meanwhile
 */
export function createHub(load: (bodyId: BodyId) => Promise<Picture>, turns = 1): Hub {
  const feeds = new Map<BodyId, Feed>()
  let dealt = 0
  let beats = 0
  return {
    subscribe(bodyId, subscriber) {
      const feed = feeds.get(bodyId) ?? createFeed(() => load(bodyId), dealt++ % turns)
      feeds.set(bodyId, feed)
      const leave = feed.add(subscriber)
      return () => {
        leave()
        if (feed.isIdle()) feeds.delete(bodyId)
      }
    },
    publish: (bodyId, picture) => feeds.get(bodyId)?.deliver(picture),
    hint(bodyId, revision) {
      const feed = feeds.get(bodyId)
      if (feed && (revision === null || revision > feed.revision())) void feed.refresh()
    },
    hintAll() {
      for (const feed of feeds.values()) void feed.refresh()
    },
    async beat() {
      const now = beats++ % turns
      await Promise.all([...feeds.values()].filter(({ turn }) => turn === now).map((feed) => feed.beat()))
    },
  }
}

type Feed = ReturnType<typeof createFeed>

interface Member {
  subscriber: Subscriber
  /** The first reading that began after this page came: earlier ones may not know the page yet. */
  since: number
  isPrimed: boolean
  lastSent: string
}

const isNewer = (picture: Picture, than: Picture): boolean =>
  picture.revision > than.revision || (picture.revision === than.revision && picture.now >= than.now)

/** The pages that watch one body. */
function createFeed(load: () => Promise<Picture>, turn: number) {
  const members = new Set<Member>()
  let latest: Picture | null = null
  let readings = 0
  let reading: Promise<boolean> | null = null
  let following: Promise<boolean> | null = null

  const send = (member: Member, { board, now }: Picture) => {
    const view = member.subscriber.view(board, now)
    const content = JSON.stringify({ ...view, serverNow: null })
    if (content === member.lastSent) return
    member.lastSent = content
    member.subscriber.onView(view)
  }

  const deliver = (picture: Picture, number: number | null, hasGoneBack = false) => {
    // A reading that a commit has overtaken still tells which pages may see the newer board.
    if (!latest || hasGoneBack || isNewer(picture, latest)) latest = picture
    for (const member of members) {
      if (number !== null && number >= member.since) member.isPrimed = true
      if (member.isPrimed) send(member, latest)
    }
  }

  const read = async (): Promise<boolean> => {
    const number = ++readings
    const known = latest?.revision ?? -1
    try {
      const picture = await load()
      // [SW-401] Behind what was known before it was asked, the database can only be with another history.
      deliver(picture, number, picture.revision < known)
      return true
    } catch (error) {
      log().warn({ err: error }, 'board not read for its pages')
      return false
    }
  }

  /** True once a reading that began after this call has been delivered. */
  const refresh = (): Promise<boolean> => {
    if (!reading) {
      reading = read().finally(() => {
        reading = null
      })
      return reading
    }
    following ??= reading.then(() => {
      following = null
      return refresh()
    })
    return following
  }

  return {
    turn,
    refresh,
    revision: () => latest?.revision ?? -1,
    isIdle: () => members.size === 0,
    deliver: (picture: Picture) => deliver(picture, null),
    add(subscriber: Subscriber) {
      const since = readings + 1
      const member: Member = { subscriber, since, isPrimed: false, lastSent: '' }
      members.add(member)
      void refresh()
      return () => members.delete(member)
    },
    async beat() {
      const isCurrent = await refresh()
      for (const member of members) {
        if (isCurrent && member.isPrimed) member.subscriber.onBeat()
        else member.subscriber.onSilence()
      }
    },
  }
}
