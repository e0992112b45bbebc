import { migrate } from '../lib/storage/migrate.ts'
import { databaseTrouble } from './local/database-trouble.ts'

/** Brings the database of `DATABASE_URL` up to date and ends: `node scripts/migrate.ts`. */
const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) {
  console.error('DATABASE_URL: must be set')
  process.exit(1)
}
try {
  const { switchboard, records } = await migrate(databaseUrl)
  for (const name of [...switchboard, ...records]) console.log(`applied ${name}`)
  process.exit(0)
} catch (error) {
  console.error(databaseTrouble(error))
  process.exit(1)
}
