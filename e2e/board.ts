import pg from 'pg'

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
      for (const table of ['outcomes', 'offers', 'calls', 'operators', 'totems', 'outbox', 'commands']) {
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
