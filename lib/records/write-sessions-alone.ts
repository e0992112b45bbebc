import { sql } from 'drizzle-orm'
import { APIError, type Payload } from 'payload'
import * as z from 'zod'
import { type Database, transactionOf } from './transaction-of.ts'

type Written = Parameters<Payload['db']['updateOne']>[0]

/**
 * To begin, prolong or end a session Payload writes the whole account as it had read it, which for a sign-in was
 * before its password was checked: whoever closed the account meanwhile, or changed its password or role, was undone.
 * From now on such a write touches sessions alone, and is refused (401) where the account is closed or has
 * another password than the one that was checked. A sign-in adds its own session to those that there are by then, so
 * that it undoes no other sign-in and no sign-out.
 */
export function writeSessionsAlone(db: Payload['db']): void {
  const updateOne = db.updateOne.bind(db)
  db.updateOne = async (written) => {
    if (!isOfSessions(written)) return updateOne(written)
    const { id, data, req } = written
    const transaction = await transactionOf(db, req?.transactionID)
    // Whoever changes the account waits for this, so that their change finds the session.
    const { rows } = await transaction.execute(sql`
      select from payload.operators
      where id = ${id} and is_active and hash is not distinct from ${data.hash} for no key update`)
    if (rows.length === 0) throw new APIError('Account changed meanwhile', 401)
    const begun = sessionBegunBy(data)
    const sessions = begun ? [...(await sessionsOf(id, transaction)), begun] : data.sessions
    return updateOne({ ...written, data: { sessions, updatedAt: data.updatedAt } })
  }
}

/** Payload's own mark: it is not to count as a change of the account. */
const isOfSessions = ({ collection, data }: Written): boolean =>
  collection === 'operators' && data.updatedAt === null && 'sessions' in data

/** The one that a sign-in begins: the others were read, and have their times as text. */
function sessionBegunBy({ sessions }: Written['data']): unknown {
  return Sessions.parse(sessions).find(({ createdAt }) => createdAt instanceof Date)
}

const Sessions = z.array(z.looseObject({ createdAt: z.unknown() }))

/** Those that have not run out. */
async function sessionsOf(id: Written['id'], transaction: Database): Promise<unknown[]> {
  const { rows } = await transaction.execute(sql`
    select id, created_at as "createdAt", expires_at as "expiresAt" from payload.operators_sessions
    where _parent_id = ${id} and expires_at > ${new Date().toISOString()} order by _order`)
  return rows
}
