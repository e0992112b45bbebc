import * as z from 'zod'

/** One row of `call_events`, with its instants as if time had passed instead of having been leapt over. */
export type LoggedEvent = z.output<typeof Row>

/** @param leaptMs what had been leapt over when it was written */
export const loggedEvent = (row: unknown, leaptMs: number): LoggedEvent => {
  const event = Row.parse(row)
  const since = (at: number | null) => (at === null ? null : at + leaptMs)
  const { fact } = event
  return {
    ...event,
    at: event.at + leaptMs,
    fact: {
      ...fact,
      enqueuedAt: since(fact.enqueuedAt),
      notBefore: since(fact.notBefore),
      preferred: typeof fact.preferred === 'string' ? fact.preferred : moved(fact.preferred, leaptMs),
      keptApart: moved(fact.keptApart, leaptMs),
    },
  }
}

const moved = (until: z.output<typeof untilThen>, ms: number) =>
  until && { ...until, until: until.until + ms }

const untilThen = z.object({ operatorId: z.string(), until: z.number() }).nullable().default(null)
const text = z.string().nullable().default(null)
const number = z.number().nullable().default(null)

/** Of every kind of fact what any reader looks at; null where a kind has none. */
const Row = z.object({
  at: z.coerce.number(),
  type: z.string(),
  call_id: z.string().nullable(),
  operator_id: z.string().nullable(),
  fact: z.object({
    offerId: text,
    role: text,
    from: text,
    because: text,
    service: text,
    needs: z
      .object({ skills: z.array(z.string()), language: z.string().nullable(), mode: z.string() })
      .nullable()
      .default(null),
    priority: number,
    enqueuedAt: number,
    notBefore: number,
    step: number,
    inPlaceOf: text,
    /** An enqueued call names the operator alone. */
    preferred: z.union([z.string(), untilThen]).default(null),
    keptApart: untilThen,
    supervisorId: text,
  }),
})
