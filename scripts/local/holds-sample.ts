import pg from 'pg'

/** Said where real use is served from a database that the sample was tried in. */
export const SAMPLE_INSIDE =
  'Warning: this database holds the sample municipality, and its accounts with the password that was printed then can sign in here. For real use set DATABASE_URL to an empty database, or PRONTO_HOME to an empty folder.'

/** Whether a migrated database holds the sample municipality. */
export async function holdsSample(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from payload.bodies where is_sample')
    return Number(rowCount) > 0
  } finally {
    await client.end()
  }
}
