import type { Pool } from 'pg'
import * as z from 'zod'
import type { Settings } from '../../settings.ts'
import type { Leap } from '../trial.ts'
import { createConversations } from './log-conversations.ts'
import { type LoggedEvent, loggedEvent } from './log-event.ts'
import { createOffers } from './log-offers.ts'
import { createQueue } from './log-queue.ts'

/** Reads a log event by event and says what in it cannot be. */
export interface LogReader {
  read(event: LoggedEvent): readonly string[]
}

/**
 * Reads one body's log from its beginning: an operator or a call offered twice at once, an offer or a call that
 * ends twice, somebody left behind in a call that is over, and a younger call that was rung although the same
 * operator could have taken an older one. Empty: nothing. Does not use the core: it judges it.
 *
 * @param settings the body's, as they were all the while
 * @param leaps what a trial has leapt over
 */
export async function logViolations(
  pool: Pool,
  settings: Settings,
  leaps: readonly Leap[] = [],
): Promise<string[]> {
  const { rows } = await pool.query(
    `select id, switchboard.ms(at) as at, type, call_id, operator_id, fact from switchboard.call_events
     where body_id = $1 order by id`,
    [settings.bodyId],
  )
  const readers = [createOffers(), createConversations(), createQueue(settings)]
  return rows.flatMap((row) => {
    const { id } = RowId.parse(row)
    // What is stored goes back in time at a leap, and what is logged does not.
    const leapt = leaps.reduce((sum, { afterEvent, ms }) => (afterEvent < id ? sum + ms : sum), 0)
    const event = loggedEvent(row, leapt)
    return readers.flatMap((reader) => reader.read(event))
  })
}

const RowId = z.object({ id: z.coerce.number() })
