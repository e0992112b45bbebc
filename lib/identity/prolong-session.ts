import { createLocalReq, executeAuthStrategies, generatePayloadCookie, type Payload } from 'payload'
import { parseCookies } from 'payload/shared'
import * as z from 'zod'
import { log } from '../config/log.ts'
import { registers } from '../records/registers.ts'
import { SESSION_SECONDS, sessionOf, tokenOf } from '../records/session-life.ts'
import { pool } from '../storage/pool.ts'

/** Nobody is signed out in the middle of a call: this close to its end a session goes on for so much longer. */
const ENDING_SECONDS = 15 * 60
const PROLONGED_SECONDS = 30 * 60
/** Beyond the usual end, whatever is in hand: a desk that was left with a callback beats all night. */
const MOST_BEYOND_SECONDS = 2 * 3600

/**
 * Keeps the session of a page that has a call in hand from ending. Asked with every beat of the page, so that it
 * goes on for as long as calls do, and ends by itself half an hour later at most.
 *
 * @returns the value of a Set-Cookie header; null: the session is long enough, or may be no longer
 */
export async function prolongSession(
  headers: Headers,
  hasCallInHand: () => Promise<boolean>,
): Promise<string | null> {
  try {
    const payload = await registers()
    const left = secondsLeft(headers, payload)
    if (left > ENDING_SECONDS || !(await hasCallInHand())) return null
    return await prolonged(headers, payload, left)
  } catch (error) {
    // The beat itself was a good one, and the next one tries again.
    log().warn({ err: error }, 'session not prolonged')
    return null
  }
}

async function prolonged(headers: Headers, payload: Payload, left: number): Promise<string | null> {
  const req = await createLocalReq({}, payload)
  const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload, req })
  const session = sessionOf(user)
  if (!session) return null
  const mostSeconds =
    Math.floor((session.begunAt - Date.now()) / 1_000) + SESSION_SECONDS + MOST_BEYOND_SECONDS
  const seconds = Math.min(PROLONGED_SECONDS, mostSeconds)
  if (seconds <= left) return null
  // This one row, and the account held meanwhile: whoever writes the whole of it, as Payload does, would undo this.
  const { rowCount } = await pool().query(
    `update payload.operators_sessions session set expires_at = greatest(expires_at, $2)
     from (select id from payload.operators where id = $3 for no key update) account
     where session.id = $1 and session._parent_id = account.id`,
    [session.id, new Date(Date.now() + seconds * 1_000), user?.id],
  )
  // Ended meanwhile, or written anew by whoever held the account: then the next beat tries again.
  if (rowCount !== 1) return null
  const { token } = await tokenOf(payload, { account: user, session, seconds })
  const { auth } = payload.collections.operators.config
  return generatePayloadCookie({
    collectionAuthConfig: { ...auth, tokenExpiration: seconds },
    cookiePrefix: payload.config.cookiePrefix,
    token,
  })
}

/** As the cookie says that the request came with: the page may not have got what was given to it before. */
function secondsLeft(headers: Headers, payload: Payload): number {
  const claims = parseCookies(headers).get(`${payload.config.cookiePrefix}-token`)?.split('.')[1]
  if (claims === undefined) return Number.POSITIVE_INFINITY
  const { exp } = Claims.parse(JSON.parse(Buffer.from(claims, 'base64url').toString()))
  return exp - Date.now() / 1_000
}

const Claims = z.object({ exp: z.number() })
