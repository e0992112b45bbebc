import { type Board, type Call, OFFER_MEMORY_MS, type Offer, type Operator, type TotemPage } from './board.ts'
import { callDues, type Due, offerDues, operatorDues, totemDues } from './deadlines.ts'
import { Followed, keptAlong } from './followed.ts'
import { type CallId, type EpochMs, type OfferId, type OperatorId, plus, type TotemId } from './ids.ts'
import { isMovedByBeats } from './moved-by-beats.ts'
import { wishesOf } from './needs.ts'
import { nextStepAt } from './overflow-step.ts'
import type { Settings } from './settings.ts'
import { type Appointment, Timetable } from './timetable.ts'

type Seen = Pick<Board, 'settings' | 'operators' | 'totems' | 'calls' | 'offers'>
type Happening = Due['happen']

/** When something happens on a board by itself, or lets something happen. */
class Agenda {
  readonly #settings: Settings
  /** What happens first to each offer, call, operator and totem; at the same instant in this order. */
  readonly #dues = new Timetable<Happening>()
  /** What is over and leaves the board. */
  readonly #leaving = new Timetable<Happening>()
  /** Of these dues those that pages' beats move ahead. */
  readonly #movable = new Timetable<null>()
  /** Of waiting calls and finished ones. */
  readonly #wakeUps = new Timetable<null>()
  readonly #readies = new Timetable<null>()
  #waiting = 0

  readonly #offers = new Followed<OfferId, Offer>((id, _was, is) => {
    this.#dues.put(`1 ${id}`, is ? first(offerDues(is)) : [])
    const isLeaving = is?.state === 'over'
    const leave: Happening = ({ offers }) => void offers.delete(id)
    this.#leaving.put(`1 ${id}`, isLeaving ? [{ at: plus(is.endedAt, OFFER_MEMORY_MS), what: leave }] : [])
  })
  readonly #calls = new Followed<CallId, Call>((id, was, is) => {
    this.#waiting += Number(is?.state === 'waiting') - Number(was?.state === 'waiting')
    this.#dues.put(`2 ${id}`, is ? first(callDues(is)) : [])
    this.#movable.put(`2 ${id}`, is && isMovedByBeats(is) ? [{ at: is.deadline, what: null }] : [])
    const leave: Happening = ({ calls }) => void calls.delete(id)
    this.#leaving.put(`2 ${id}`, is?.state === 'over' ? [{ at: is.forgetAt, what: leave }] : [])
    this.#wakeUps.put(id, is ? wakeUpsOf(this.#settings, is).map((at) => ({ at, what: null })) : [])
  })
  readonly #operators = new Followed<OperatorId, Operator>((id, _was, is) => {
    this.#dues.put(`3 ${id}`, is ? first(operatorDues(is)) : [])
    this.#movable.put(`3 ${id}`, is ? leaseEnd(is.desk) : [])
    this.#readies.put(id, is ? [{ at: is.readyAt, what: null }] : [])
  })
  readonly #totems = new Followed<TotemId, TotemPage>((id, _was, is) => {
    this.#dues.put(`4 ${id}`, is ? first(totemDues(is)) : [])
    this.#movable.put(`4 ${id}`, is ? leaseEnd(is) : [])
  })

  constructor(settings: Settings) {
    this.#settings = settings
  }

  follow({ offers, calls, operators, totems }: Seen): void {
    this.#offers.follow(offers)
    this.#calls.follow(calls)
    this.#operators.follow(operators)
    this.#totems.follow(totems)
  }

  /** What is due first of all. */
  get firstDue(): Appointment<Happening> | undefined {
    return this.#dues.first
  }

  /** What is due first of what beats move ahead. */
  get firstMovable(): Appointment<null> | undefined {
    return this.#movable.first
  }

  /** What leaves the board first of all. */
  get firstLeaving(): Appointment<Happening> | undefined {
    return this.#leaving.first
  }

  /** The next instants after `now` that let a call be matched or change what is shown of one. */
  wakeUpsAfter(now: EpochMs): readonly EpochMs[] {
    const next = [
      this.#wakeUps.firstAfter(now),
      this.#waiting > 0 ? this.#readies.firstAfter(now) : undefined,
    ]
    return next.flatMap((one) => one?.at ?? [])
  }
}

export const agendaOf = keptAlong(
  ({ calls }: Seen) => calls,
  (settings) => new Agenda(settings),
)

const leaseEnd = ({
  presence,
  leaseEndsAt,
}: Pick<TotemPage, 'presence' | 'leaseEndsAt'>): Appointment<null>[] =>
  presence === 'here' ? [{ at: leaseEndsAt, what: null }] : []

/** Of what happens to one thing by itself the first: the rest is looked at again once that has happened. */
const first = (dues: readonly Due[]): Appointment<Happening>[] =>
  dues
    .reduce<Due[]>((earliest, due) => (earliest[0] && earliest[0].at <= due.at ? earliest : [due]), [])
    .map(({ at, happen }) => ({ at, what: happen }))

/** Instants that change what may be matched or shown of this call without being a deadline. */
function wakeUpsOf(settings: Settings, call: Call): EpochMs[] {
  if (call.state === 'over') return [call.forgetAt]
  if (call.state !== 'waiting') return []
  const step = nextStepAt(settings, call)
  return step === null ? changesOf(settings, call) : [...changesOf(settings, call), step]
}

/** [SW-23] [SW-101] [SW-104] [SW-124] When what a waiting call asks of an operator changes by itself. */
export function changesOf(settings: Settings, call: Call): EpochMs[] {
  const list = wishesOf(settings, call).map(({ afterMs }) => plus(call.waitingSince, afterMs))
  for (const { until } of call.exclusions) list.push(until)
  if (call.preferred) list.push(call.preferred.until)
  if (call.callback) list.push(call.callback.notBefore)
  return list
}
