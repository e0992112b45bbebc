import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { isTotem } from '../is-totem.ts'
import type { Packets } from '../packets.ts'
import { onceMore, type Rationed } from '../ration.ts'
import type { PlannedRoom } from '../room-ticket.ts'
import { cleanText, eraseLast } from './clean-text.ts'
import {
  type Conversation,
  type Held,
  heldOf,
  inOrderOf,
  isSameRun,
  keyOf,
  type Line,
  lackingOf,
  NOTHING_SAID,
  withEarlierRunsDone,
  withGapsMarked,
  withLines,
} from './conversation.ts'
import {
  type Allowance,
  charged,
  fullAllowance,
  OF_A_HAND,
  OF_A_PEER,
  refilled,
  TELLINGS,
} from './flood-gate.ts'
import { openLineOf, type Writer, withOpenLine } from './own-lines.ts'
import { encodeText, inParts, NAME_LIMIT, parseText, TEXT_TOPIC, type TextPacket } from './text-packet.ts'
import { TEXT_AT_REST, type TextTalk, type TextTalkState, type TextTrouble } from './text-state.ts'
import type { TypedBefore } from './typed-before.ts'

/** The side that the call's media keeps up. */
export interface TextTalkKeeper extends TextTalk {
  /** Looks at the plan and the room again. */
  follow: () => void
  /** `identity` has said something here since it was last gone: its channel of text works. */
  hasHeardFrom: (identity: string) => boolean
  /** Nobody who is there and shown has been silent for too long: text passes, as far as this page can tell. */
  doesPass: () => boolean
}

export interface TextTalkOptions {
  plan: () => MediaPlan
  packets: Packets
  reachable: () => readonly string[]
  /** What the page before this one knew, if it was the same totem's. */
  typedBefore: TypedBefore
  onChange: () => void
}

/** Half of what is aimed at from key to glass (100 ms); the first character of a burst does not wait at all. */
const BATCH_MS = 40
/** A gap that has not closed by then is shown as one. */
export const GAP_MS = 1_000
/** Whoever is there answers a greeting in a round trip; a call connects within 15 s or is given up. */
export const SILENT_MS = 5_000
/** More lines than the longest call has; a past is not bounded like typing, because it comes at once. */
const PAST_LIMIT = 3_000
/** Long enough to read what went wrong; afterwards it says nothing of what is typed now. */
export const TROUBLE_STAYS_MS = 8_000
/**
 * After somebody who may not ask has come into the room: their connection carries nothing yet, for up to as long as
 * a call takes to connect, and nobody says when it does. What came twice changes nothing.
 */
const TELL_UNASKED_MS = [200, 1_000, 4_000, 15_000]
/** Asking oftener than this would be a flood of its own. */
const ASK_AGAIN_MS = 1_000

export function createTextTalk(options: TextTalkOptions): TextTalkKeeper {
  const { plan, packets, reachable, typedBefore, onChange } = options
  let state = TEXT_AT_REST
  let place: PlannedRoom | null = null
  /** Lines typed here that have not been handed to the connection as they are now. */
  let unsent: readonly Line[] = []
  let flushTimer: ReturnType<typeof setTimeout> | undefined
  let gapTimer: ReturnType<typeof setTimeout> | undefined
  let troubleTimer: ReturnType<typeof setTimeout> | undefined
  let flushedAt = Number.NEGATIVE_INFINITY
  let greeted: readonly string[] = []
  let pastOrder: readonly Line[] = []
  let own: Allowance = fullAllowance(OF_A_HAND, 0)
  const heardFrom = new Set<string>()
  const silent = new Set<string>()
  /** Those who may not ask and have been handed what was typed before them. */
  const toldUnasked = new Set<string>()
  const runs = new Map<string, string>()
  const allowances = new Map<string, Allowance>()
  const askedAt = new Map<string, number>()
  const tellings = new Map<string, Rationed>()
  const listeners = new Set<() => void>()

  const set = (part: Partial<TextTalkState>) => {
    const next = { ...state, ...part }
    next.draft = next.writer ? openLineOf(next.conversation, next.writer) : ''
    const isBegun = state.conversation.lines.length === 0 && next.conversation.lines.length > 0
    if (isBegun && isKeeper() && place) typedBefore.note(place)
    state = next
    for (const listener of [...listeners]) listener()
  }

  const now = () => performance.now()

  /** This page is the totem's, which keeps a call's conversation: it is there from the beginning to the end. */
  const isKeeper = () => state.writer !== null && isTotem(state.writer.by)

  /** Nothing of one call is left for the next. */
  const wipe = (room: PlannedRoom | null) => {
    place = room
    const identity = room?.identity ?? null
    clearTimeout(flushTimer)
    clearTimeout(gapTimer)
    clearTimeout(troubleTimer)
    unsent = []
    greeted = []
    pastOrder = []
    own = fullAllowance(OF_A_HAND, now())
    for (const kept of [heardFrom, silent, toldUnasked, runs, allowances, askedAt, tellings]) kept.clear()
    const isForgotten = room !== null && isTotem(room.identity) && typedBefore.was(room)
    if (!isForgotten) typedBefore.forget()
    set({ ...TEXT_AT_REST, writer: identity === null ? null : newWriter(identity), isForgotten })
    onChange()
  }

  const send = (packet: TextPacket, to: readonly string[]) =>
    to.length > 0 && packets.send(TEXT_TOPIC, encodeText(packet), to)

  const sendLines = (lines: readonly Line[], to: readonly string[]) => {
    for (const part of inParts(lines)) send({ kind: 'lines', lines: part }, to)
  }

  const greet = (to: readonly string[], asks: boolean) => {
    const { writer, conversation } = state
    if (!writer) return
    // Whoever meets a totem that was loaded anew learns it from the totem, which may have it from whoever saw it.
    const forgot = state.isForgotten && (isKeeper() || to.every(isTotem))
    send({ kind: 'hello', run: writer.run, held: heldOf(conversation), asks, forgot }, to)
  }

  const sendPast = (to: string) => {
    for (const [part, lines] of inParts(state.conversation.lines).entries()) {
      send({ kind: 'past', part, lines, names: part === 0 ? state.names : {} }, [to])
    }
  }

  /** A lost packet needs no repeating: each tells whole lines, and greetings tell what is lacking. */
  const flush = () => {
    clearTimeout(flushTimer)
    flushTimer = undefined
    flushedAt = now()
    sendLines(unsent, reachable())
    unsent = []
  }

  const flushSoon = () => {
    const waitMs = flushedAt + BATCH_MS - now()
    if (waitMs <= 0) flush()
    else flushTimer ??= setTimeout(flush, waitMs)
  }

  /** Until the next text passes, and not for ever. */
  const complain = (trouble: TextTrouble) => {
    clearTimeout(troubleTimer)
    troubleTimer = setTimeout(() => set({ trouble: null }), TROUBLE_STAYS_MS)
    set({ trouble })
  }

  const write = (text: string) => {
    const { writer, conversation: before } = state
    if (!writer) return
    const typed = withOpenLine(before, writer, text)
    const changed = typed.conversation.lines.filter(
      (line) => isSameRun(line, writer) && !before.lines.includes(line),
    )
    const left = chargeAll(refilled(own, now()), changed, before)
    if (!left) return complain('tooFast')
    own = left
    const isSame = (line: Line) => changed.some((each) => keyOf(each) === keyOf(line))
    unsent = [...unsent.filter((line) => !isSame(line)), ...changed]
    set({ conversation: typed.conversation, trouble: null })
    if (typed.isCut) complain('cut')
    if (changed.length > 0) flushSoon()
  }

  /** Takes what a flood has not used up; the rest may come again later, when it is asked for. */
  const admit = (from: string, lines: readonly Line[]): Line[] => {
    let left = refilled(allowances.get(from) ?? fullAllowance(OF_A_PEER, now()), now())
    const known = new Map(state.conversation.lines.map((line) => [keyOf(line), line]))
    const admitted = lines.filter((line) => {
      const next = charged(left, line, known.get(keyOf(line)))
      if (next) left = next
      return next !== null
    })
    allowances.set(from, left)
    return admitted
  }

  const take = (from: string, lines: readonly Line[]) => {
    const admitted = admit(from, lines)
    const conversation = withLines(state.conversation, admitted)
    if (conversation !== state.conversation) set({ conversation })
    if (withGapsMarked(conversation) !== conversation || admitted.length < lines.length) lookForGaps(from)
  }

  const lookForGaps = (from: string) => {
    if (now() - (askedAt.get(from) ?? Number.NEGATIVE_INFINITY) > ASK_AGAIN_MS) {
      askedAt.set(from, now())
      greet([from], true)
    }
    gapTimer ??= setTimeout(() => {
      gapTimer = undefined
      const conversation = withGapsMarked(state.conversation)
      if (conversation !== state.conversation) set({ conversation })
    }, GAP_MS)
  }

  const heard = (from: string, bytes: Uint8Array) => {
    const packet = parseText(from, bytes)
    if (!packet || !state.writer) return
    if (!heardFrom.has(from)) {
      heardFrom.add(from)
      silent.delete(from)
      onChange()
    }
    switch (packet.kind) {
      case 'lines':
        return take(from, packet.lines)
      case 'hello':
        return answerGreeting(from, packet)
      case 'past':
        return isTotem(from) ? takePast(packet) : undefined
    }
  }

  const answerGreeting = (
    from: string,
    { run, held, asks, forgot }: Extract<TextPacket, { kind: 'hello' }>,
  ) => {
    const { writer } = state
    if (!writer) return
    const before = runs.get(from)
    runs.set(from, run)
    const hasForgotten = isTotem(from) && before !== undefined && before !== run
    if (hasForgotten) startAnew(writer.by)
    else if (before !== run) {
      const conversation = withEarlierRunsDone(state.conversation, { by: from, run })
      if (conversation !== state.conversation) set({ conversation })
    }
    if (forgot && (isKeeper() || isTotem(from)) && !state.isForgotten) set({ isForgotten: true })
    tellLacking(from, held)
    if (asks || hasForgotten) greet([from], false)
  }

  /** Whoever asks too often gets nothing until they ask again later: an honest page does when it next misses a line. */
  const tellLacking = (to: string, held: readonly Held[]) => {
    const { writer, conversation } = state
    const lacking = lackingOf(conversation, held).filter(
      (line) => isKeeper() || (writer !== null && isSameRun(line, writer)),
    )
    if (lacking.length === 0) return
    const left = onceMore(tellings.get(to), TELLINGS, now())
    if (!left) return
    tellings.set(to, left)
    if (isKeeper()) sendPast(to)
    else sendLines(lacking, [to])
  }

  /** [SW-M9] A listener sends nothing, not even a question. */
  const tellThoseWhoMayNotAsk = (present: readonly string[]) => {
    if (!isKeeper()) return
    const { shows } = plan()
    for (const identity of present) {
      if (shows.includes(identity) || toldUnasked.has(identity)) continue
      toldUnasked.add(identity)
      for (const afterMs of TELL_UNASKED_MS) {
        setTimeout(() => (toldUnasked.has(identity) ? sendPast(identity) : undefined), afterMs)
      }
    }
  }

  /** What this page still has is shown apart, and handed to nobody: at the totem it is gone for good. */
  const startAnew = (identity: string) => {
    unsent = []
    pastOrder = []
    const hadAny = state.conversation.lines.length > 0
    const earlier = { lines: [...state.earlier.lines, ...state.conversation.lines] }
    set({
      conversation: NOTHING_SAID,
      earlier,
      writer: newWriter(identity),
      isForgotten: hadAny || state.isForgotten,
    })
  }

  const takePast = ({ part, lines, names }: Extract<TextPacket, { kind: 'past' }>) => {
    const { writer } = state
    if (!writer) return
    pastOrder = part === 0 ? lines : [...pastOrder, ...lines]
    if (pastOrder.length > PAST_LIMIT) return
    // Of what is typed here, nobody knows better.
    const others = lines.filter((line) => !isSameRun(line, writer))
    const conversation = inOrderOf(withLines(state.conversation, others), pastOrder)
    set({ conversation, names: { ...names, ...state.names } })
  }

  /** A listener never says a word and is not shown; whoever is shown should have answered by now. */
  const noteSilent = (asked: readonly string[]) => {
    const { shows } = plan()
    for (const identity of asked) {
      if (greeted.includes(identity) && shows.includes(identity) && !heardFrom.has(identity))
        silent.add(identity)
    }
    if (silent.size > 0) onChange()
  }

  packets.on(TEXT_TOPIC, heard)

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write,
    append: (text) => write(state.draft + text),
    erase: () => write(eraseLast(state.draft)),
    call(names) {
      const clean = Object.fromEntries(
        Object.entries(names).map(([identity, name]) => [identity, cleanText(name).slice(0, NAME_LIMIT)]),
      )
      const isNew = Object.entries(clean).some(([identity, name]) => state.names[identity] !== name)
      if (isNew) set({ names: { ...state.names, ...clean } })
    },
    follow() {
      const { room: joined, mayReturnTo } = plan()
      // Where this page is out of the room for want of news, its call may go on.
      const room = joined ?? mayReturnTo ?? null
      const identity = room?.identity ?? null
      if (room?.name !== place?.name || identity !== (state.writer?.by ?? null)) wipe(room)
      const present = reachable()
      for (const gone of greeted.filter((identity) => !present.includes(identity))) {
        heardFrom.delete(gone)
        silent.delete(gone)
        toldUnasked.delete(gone)
      }
      const newcomers = present.filter((identity) => !greeted.includes(identity))
      greeted = present
      if (present.length > 0 !== state.isHeard) set({ isHeard: present.length > 0 })
      // Behind whatever opens microphones in this very task.
      if (newcomers.length > 0) setTimeout(() => greet(newcomers, true))
      if (newcomers.length > 0) setTimeout(() => noteSilent(newcomers), SILENT_MS)
      tellThoseWhoMayNotAsk(present)
    },
    hasHeardFrom: (identity) => heardFrom.has(identity),
    doesPass: () => silent.size === 0,
  }
}

function newWriter(by: string): Writer {
  return { by, run: crypto.randomUUID().slice(0, 8) }
}

function chargeAll(left: Allowance, lines: readonly Line[], before: Conversation): Allowance | null {
  let rest: Allowance | null = left
  for (const line of lines) {
    const known = before.lines.find((each) => keyOf(each) === keyOf(line))
    rest = rest && charged(rest, line, known)
  }
  return rest
}
