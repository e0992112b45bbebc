import type { Pool } from 'pg'
import * as z from 'zod'
import type { BodyId } from '../../ids.ts'

/** Who may take which service, as far as skills go. */
export type Fits = (operatorId: string, service: string) => boolean

/**
 * Reads one body's log from its beginning and says what in it cannot be: an operator or a call offered
 * twice at once, an offer or a call that ends twice, and a younger call that was rung although the same
 * operator could have taken an older one. Empty: nothing. Does not use the core: it judges it.
 */
export async function logViolations(pool: Pool, bodyId: BodyId, fits: Fits): Promise<string[]> {
  const { rows } = await pool.query(
    `select e.type, e.call_id, e.operator_id, e.fact ->> 'offerId' as offer_id,
       e.fact ->> 'outcome' as outcome, e.fact ->> 'role' as role, c.service, c.priority,
       switchboard.ms(c.enqueued_at) as enqueued_at
     from switchboard.call_events e left join switchboard.calls c on c.id = e.call_id
     where e.body_id = $1 order by e.id`,
    [bodyId],
  )
  const log = new Log(fits)
  for (const row of rows) log.read(Row.parse(row))
  return log.problems
}

const Row = z.object({
  type: z.string(),
  call_id: z.string().nullable(),
  operator_id: z.string().nullable(),
  offer_id: z.string().nullable(),
  outcome: z.string().nullable(),
  role: z.string().nullable(),
  service: z.string().nullable(),
  priority: z.number().nullable(),
  enqueued_at: z.coerce.number(),
})
type Row = z.output<typeof Row>

interface Waiting {
  id: string
  service: string
  priority: number
  enqueuedAt: number
  isCallback: boolean
}

class Log {
  readonly problems: string[] = []
  private readonly fits: Fits
  private readonly calls = new Map<string, Waiting>()
  private readonly waiting = new Set<string>()
  private readonly ended = new Set<string>()
  /** Live offers by operator and by call. */
  private readonly ofOperator = new Map<string, string>()
  private readonly ofCall = new Map<string, string>()
  private readonly accepted = new Set<string>()
  /** Pairs that a decline, a failed connection or a lost desk has ever kept apart. */
  private readonly apart = new Set<string>()

  constructor(fits: Fits) {
    this.fits = fits
  }

  read(row: Row): void {
    const { type, call_id: call, operator_id: operator, offer_id: offer } = row
    // A colleague who is called in is no ring of the call's own.
    if (!call || row.role === 'consult') return
    if (type === 'callEnqueued' || type === 'callbackQueued') this.enqueue(call, row)
    if (type === 'callWaitsAgain') this.waiting.add(call)
    if (type === 'offerMade' && operator && offer) this.ring(call, operator, offer)
    if (type === 'offerAccepted' && operator && offer) this.accept(call, operator, offer)
    if (type === 'offerOver' && operator && offer) this.endOffer(call, operator, offer, row.outcome)
    if (type === 'callOver') this.endCall(call)
  }

  private enqueue(id: string, { type, service, priority, enqueued_at }: Row): void {
    if (this.calls.has(id)) this.problems.push(`${id} was enqueued twice`)
    this.calls.set(id, {
      id,
      service: service ?? '',
      priority: priority ?? 0,
      enqueuedAt: enqueued_at,
      isCallback: type === 'callbackQueued',
    })
    this.waiting.add(id)
  }

  private ring(id: string, operator: string, offer: string): void {
    if (!this.waiting.delete(id)) this.problems.push(`${offer} rang for a call that was not waiting`)
    if (this.ofOperator.has(operator)) this.problems.push(`${operator} was rung twice at once by ${offer}`)
    if (this.ofCall.has(id)) this.problems.push(`${id} was offered twice at once by ${offer}`)
    this.ofOperator.set(operator, offer)
    this.ofCall.set(id, offer)
    const rung = this.calls.get(id)
    if (!rung) return
    for (const other of this.waiting) {
      const older = this.calls.get(other)
      // A callback holds no place before it is due, which the log does not tell.
      if (!older || older.isCallback) continue
      if (!isBefore(older, rung) || !this.fits(operator, older.service)) continue
      if (!this.apart.has(pair(other, operator))) {
        this.problems.push(`${operator} was rung for ${id} before the older ${other}`)
      }
    }
  }

  private accept(call: string, operator: string, offer: string): void {
    const isLive = this.ofOperator.get(operator) === offer && this.ofCall.get(call) === offer
    if (!isLive) this.problems.push(`${offer} was accepted while it was not live`)
    if (this.accepted.has(offer)) this.problems.push(`${offer} was accepted twice`)
    this.accepted.add(offer)
  }

  private endOffer(call: string, operator: string, offer: string, outcome: string | null): void {
    if (this.ofOperator.get(operator) !== offer) this.problems.push(`${offer} ended while it was not live`)
    this.ofOperator.delete(operator)
    this.ofCall.delete(call)
    if (outcome !== 'expired' && outcome !== 'withdrawn') this.apart.add(pair(call, operator))
  }

  private endCall(id: string): void {
    if (this.ended.has(id)) this.problems.push(`${id} ended twice`)
    if (this.ofCall.has(id)) this.problems.push(`${id} ended with its offer still live`)
    this.ended.add(id)
    this.waiting.delete(id)
  }
}

const pair = (call: string, operator: string): string => `${call} ${operator}`

/** The order of service: priority, then age, then id. */
const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.priority !== other.priority
    ? one.priority > other.priority
    : one.enqueuedAt !== other.enqueuedAt
      ? one.enqueuedAt < other.enqueuedAt
      : one.id < other.id
