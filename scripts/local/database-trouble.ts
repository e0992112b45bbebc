import { isDatabaseAway } from '../../lib/storage/is-database-away.ts'

/** What keeps a script from its database, in one line for whoever set `DATABASE_URL`. */
export function databaseTrouble(error: unknown): string {
  const said = [...new Set(reasonsOf(error))].join('; ')
  if (isDatabaseAway(error) || said.includes('timeout expired')) {
    return `DATABASE_URL: the database cannot be reached (${said}): start it, or correct its address.`
  }
  return REFUSED.has(codeOf(error)) ? `DATABASE_URL: ${said}` : said
}

/** Wrong user or password, no such database (PostgreSQL, appendix A). */
const REFUSED = new Set(['28000', '28P01', '3D000'])

/** A name with several addresses fails with an error that says nothing itself, and has one for each. */
function reasonsOf(error: unknown): string[] {
  if (error instanceof AggregateError && error.message === '') return error.errors.flatMap(reasonsOf)
  return [error instanceof Error ? error.message || codeOf(error) || error.name : String(error)]
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
