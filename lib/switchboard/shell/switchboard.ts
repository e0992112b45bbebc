import type { Pool } from 'pg'
import type * as z from 'zod'
import { log } from '../../config/log.ts'
import type { Sink } from '../../events/event-stream.ts'
import { createHub, type Hub, type Picture } from '../../events/hub.ts'
import type { Result } from '../../http/refusals.ts'
import { createBoardReader } from '../../storage/board-reader.ts'
import { deskView } from '../desk-view.ts'
import { guestView } from '../guest-view.ts'
import type { BodyId, CallId, GuestId, OfferId, OperatorId, PageEpoch, TotemId } from '../ids.ts'
import { supervisionView } from '../supervision-view.ts'
import { totemView } from '../totem-view.ts'
import { wallView } from '../wall-view.ts'
import { type Beats, createBeats } from './beats.ts'
import { createOrders } from './carry-out.ts'
import { createDeskStreams, type DeskPageId } from './desk-streams.ts'
import { type Measures, type MeasuresQuery, measure } from './measures.ts'
import type { MediaServer } from './media-server.ts'
import { type CommandRunner, type Committed, createCommandRunner } from './run-command.ts'
import {
  consultSeat,
  deskSeat,
  guestSeat,
  type Seat,
  type SeatRefusal,
  supervisorSeat,
  totemSeat,
} from './seat.ts'
import { createSettingsCache } from './settings-reader.ts'
import { startTick } from './tick.ts'

/** A totem page, as its stream names it. */
export interface TotemPageId {
  bodyId: BodyId
  totemId: TotemId
  epoch: PageEpoch
}

/** A supervisor's account. */
export interface SupervisorId {
  bodyId: BodyId
  supervisorId: OperatorId
}

/** Somebody invited, and what their browser proves itself by. */
export interface GuestPageId {
  bodyId: BodyId
  callId: CallId
  guestId: GuestId
  visitHash: string
}

/** The switchboard of this process. Any number of processes may share one database. */
export interface Switchboard {
  run: CommandRunner
  beats: Beats
  hub: Hub
  readBoard: (bodyId: BodyId) => Promise<Picture>
  /** Follows what a page may know. @returns ends it */
  watchTotem: (page: TotemPageId, sink: Sink) => () => void
  watchDesk: (page: DeskPageId, sink: Sink) => () => void
  seatOfTotem: (page: TotemPageId, callId: CallId) => Promise<Result<Seat, SeatRefusal>>
  seatOfDesk: (page: DeskPageId, offerId: OfferId) => Promise<Result<Seat, SeatRefusal>>
  seatInConsult: (page: DeskPageId, offerId: OfferId) => Promise<Result<Seat, SeatRefusal>>
  /** Follows all calls and operators of a body. @returns ends it */
  watchWall: (supervisor: SupervisorId, sink: Sink) => () => void
  /** Follows what a supervisor may know of the call they are in. @returns ends it */
  watchSupervised: (supervisor: SupervisorId, callId: CallId, sink: Sink) => () => void
  seatOfSupervisor: (
    supervisor: SupervisorId,
    callId: CallId,
  ) => Promise<Result<Seat & { isHeard: boolean }, SeatRefusal>>
  /** Follows what somebody invited may know. @returns ends it */
  watchGuest: (guest: GuestPageId, sink: Sink) => () => void
  seatOfGuest: (guest: GuestPageId) => Promise<Result<Seat, SeatRefusal>>
  /** What happened to a body's calls in a period. */
  measure: (bodyId: BodyId, period: z.output<typeof MeasuresQuery>) => Promise<Measures>
  /** New settings of this body have been published: a hint, the tick finds them anyway. */
  settingsPublished: (bodyId: BodyId) => void
  stop: () => void
}

export interface SwitchboardParts {
  pool: Pool
  media: MediaServer
  /** Told of every command's kind and time; for measures. */
  onCommand?: (type: string, ms: number) => void
}

/** Puts the switchboard together and starts its clock. */
export function startSwitchboard({ pool, media, onCommand }: SwitchboardParts): Switchboard {
  const settings = createSettingsCache()
  const boards = createBoardReader(settings)
  const readBoard = (bodyId: BodyId): Promise<Picture> => boards.load(pool, bodyId)
  const hub = createHub(readBoard, BEAT_TURNS)

  const onCommitted = ({ bodyId, board, now, revision, nextDueAt, orders: given }: Committed) => {
    orders.dispatch(bodyId, given)
    hub.publish(bodyId, { board, now, revision })
    if (nextDueAt !== null) tick.expect(bodyId, nextDueAt - now)
  }
  const untimed = createCommandRunner({ pool, boards, onCommitted })
  const run: CommandRunner = async (command) => {
    const startedAt = performance.now()
    const answer = await untimed(command)
    onCommand?.(command.event.type, performance.now() - startedAt)
    return answer
  }
  const orders = createOrders({ pool, media, settings, run })
  const tick = startTick({ pool, run, orders })

  const streams = createDeskStreams(({ bodyId, operatorId, epoch }) => {
    run({ bodyId, event: { type: 'deskStreamClosed', operatorId, epoch }, repeatable: null }).catch(
      (error: unknown) => log().warn({ err: error }, 'closed stream not reported'),
    )
  })
  const beating = setInterval(() => void hub.beat(), BEAT_MS / BEAT_TURNS)

  return {
    run,
    beats: createBeats({ pool, run, boards, settings }),
    hub,
    readBoard,
    watchTotem: ({ bodyId, totemId, epoch }, sink) =>
      hub.subscribe(bodyId, {
        view: (board, now) => totemView(board, totemId, epoch, now),
        onView: sink.view,
        onBeat: sink.beat,
        onSilence: sink.comment,
      }),
    watchDesk(page, sink) {
      const { bodyId, operatorId, epoch } = page
      const unsubscribe = hub.subscribe(bodyId, {
        view: (board, now) => deskView(board, operatorId, epoch, now),
        onView: sink.view,
        onBeat: sink.beat,
        onSilence: sink.comment,
      })
      const closed = streams.opened(page)
      return () => {
        unsubscribe()
        closed()
      }
    },
    async seatOfTotem({ bodyId, totemId, epoch }, callId) {
      const { board, now } = await readBoard(bodyId)
      return totemSeat(totemView(board, totemId, epoch, now), callId)
    },
    async seatOfDesk({ bodyId, operatorId, epoch }, offerId) {
      const { board, now } = await readBoard(bodyId)
      return deskSeat(deskView(board, operatorId, epoch, now), offerId)
    },
    async seatInConsult({ bodyId, operatorId, epoch }, offerId) {
      const { board, now } = await readBoard(bodyId)
      return consultSeat(deskView(board, operatorId, epoch, now), offerId)
    },
    watchWall: ({ bodyId, supervisorId }, sink) =>
      hub.subscribe(bodyId, {
        view: (board, now) => wallView(board, supervisorId, now),
        onView: sink.view,
        onBeat: sink.beat,
        onSilence: sink.comment,
      }),
    watchSupervised: ({ bodyId, supervisorId }, callId, sink) =>
      hub.subscribe(bodyId, {
        view: (board, now) => supervisionView(board, callId, supervisorId, now),
        onView: sink.view,
        onBeat: sink.beat,
        onSilence: sink.comment,
      }),
    async seatOfSupervisor({ bodyId, supervisorId }, callId) {
      const { board, now } = await readBoard(bodyId)
      return supervisorSeat(supervisionView(board, callId, supervisorId, now))
    },
    watchGuest: (guest, sink) =>
      hub.subscribe(guest.bodyId, {
        view: (board, now) => guestView(board, guest, now),
        onView: sink.view,
        onBeat: sink.beat,
        onSilence: sink.comment,
      }),
    async seatOfGuest(guest) {
      const { board, now } = await readBoard(guest.bodyId)
      return guestSeat(guestView(board, guest, now))
    },
    async measure(bodyId, period) {
      const { board } = await readBoard(bodyId)
      return measure(pool, bodyId, period, board.settings.rules)
    },
    settingsPublished(bodyId) {
      hub.hint(bodyId, null)
      tick.moveOn(bodyId)
    },
    stop() {
      clearInterval(beating)
      tick.stop()
      streams.stop()
    },
  }
}

/** How often every open page is told that its view is current. */
const BEAT_MS = 5_000
/** Of 5,000 pages a hundred at a time: together they would keep the process from anything else for a tenth of a second. */
const BEAT_TURNS = 50
