import type { Pool } from 'pg'
import { log } from '../config/log.ts'
import { forgetAnswers } from './forget-answers.ts'
import { forgetAttendantFacts } from './forget-attendant-facts.ts'
import { forgetCredentials } from './forget-credentials.ts'
import { forgetEvents } from './forget-events.ts'
import { forgetHandouts } from './forget-handouts.ts'
import { forgetNumbers } from './forget-numbers.ts'

/** What has been kept for as long as it may be, what says most of a person first. */
const KINDS = [
  forgetNumbers,
  forgetEvents,
  forgetAttendantFacts,
  forgetHandouts,
  forgetAnswers,
  forgetCredentials,
]

/** [SW-402] Deletes what nobody needs any more. What cannot be forgotten now keeps nothing else from being so. */
export async function forgetAll(pool: Pool): Promise<void> {
  for (const forget of KINDS)
    await forget(pool).catch((error: unknown) =>
      log().warn({ err: error, what: forget.name }, 'not forgotten'),
    )
}
