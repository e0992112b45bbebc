import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Tables of any schema of ours in which some row holds `text`, however it is wrapped. */
export async function columnsHolding(databaseUrl: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    )
    const holding: string[] = []
    for (const { name } of tables.rows) {
      const found = await client.query(`select 1 from ${name} as row where row::text like $1 limit 1`, [
        `%${text}%`,
      ])
      if (found.rowCount) holding.push(name)
    }
    return holding
  } finally {
    await client.end()
  }
}

/** Log files below `folder` that hold `text`. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.log'),
  )
  const holding: string[] = []
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    if ((await readFile(path)).includes(text)) holding.push(path)
  }
  return holding
}
