import pg from 'pg'
import type { Rules } from '../lib/switchboard/settings.ts'
import type { LocalPostgres } from '../scripts/local/postgres.ts'

/** What the switchboard noted since `since`, one fact a line, to understand a test that failed. */
export async function factsSince(databaseUrl: string, since: Date): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const facts = await client.query<{ line: string }>(
      `select to_char(at, 'HH24:MI:SS.MS ') || type || ' ' || fact::text as line
       from switchboard.call_events where at >= $1 order by id`,
      [since],
    )
    return facts.rows.map(({ line }) => line).join('\n')
  } finally {
    await client.end()
  }
}

/**
 * Empties every body's board between two tests: nobody on duty, no call, no page. The pages of the
 * test before are closed by now, but their leases would live on for seconds and be rung.
 */
export async function clearBoard(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const bodies = await client.query<{ id: string }>('select id from switchboard.bodies')
    for (const { id } of bodies.rows) {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`switchboard ${id}`])
      for (const table of [
        'ratings',
        'outcomes',
        'offers',
        'calls',
        'operators',
        'totems',
        'outbox',
        'commands',
      ]) {
        await client.query(`delete from switchboard.${table} where body_id = $1`, [id])
      }
      // Instances keep the board that they read last until the revision says that there is another.
      await client.query(
        `with changed as (
           update switchboard.bodies set revision = revision + 1, next_due_at = null where id = $1
           returning id, revision
         )
         select pg_notify('switchboard_board', json_build_object('bodyId', id, 'revision', revision)::text)
         from changed`,
        [id],
      )
      await client.query('commit')
    }
  } finally {
    await client.end()
  }
}

/** How many rows each table has, in every schema of ours. */
export async function rowsOf(databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname in ('switchboard', 'payload') order by 1`,
    )
    const counts: Record<string, number> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`)
      counts[name] = rows[0]?.count ?? 0
    }
    return counts
  } finally {
    await client.end()
  }
}

/** Every rating of a call. */
export async function ratingsIn(databaseUrl: string): Promise<{ face: string; reason: string | null }[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found = await client.query<{ face: string; reason: string | null }>(
      'select face, reason from switchboard.ratings',
    )
    return found.rows
  } finally {
    await client.end()
  }
}

/** What an editor does who takes a service's sheet down, or puts it back. */
export async function setServiceStatus(
  databaseUrl: string,
  slug: string,
  status: 'draft' | 'published',
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('update payload.services set _status = $1 where slug = $2', [status, slug])
  } finally {
    await client.end()
  }
}

/** What the body's record does once it is published with these rules; the others keep their default. */
export async function setRules(databaseUrl: string, rules: Partial<Rules>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update switchboard.settings
       set document = jsonb_set(document, '{rules}', $1::jsonb), updated_at = clock_timestamp()
       where document -> 'rules' is distinct from $1::jsonb`,
      [JSON.stringify(rules)],
    )
  } finally {
    await client.end()
  }
}

/** What the body's record "Ascolto dei supervisori" does once it is published. */
export async function allowListening(databaseUrl: string, isAllowed: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update switchboard.settings set document = jsonb_set(document, '{listeningAllowed}', $1::jsonb), updated_at = clock_timestamp()`,
      [JSON.stringify(isAllowed)],
    )
  } finally {
    await client.end()
  }
}

/** Lets nobody reach the database any more. @returns lets everybody reach it again */
export async function shutDatabase({ urlFor }: Pick<LocalPostgres, 'urlFor'>): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: urlFor('postgres') })
  await client.connect()
  await client.query('alter database pronto allow_connections false')
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'pronto'`)
  return async () => {
    await client.query('alter database pronto allow_connections true')
    await client.end()
  }
}
