import { registersConfig } from './lib/records/config.ts'
import { SILENCE_MS } from './lib/storage/give-up-on-silence.ts'

/**
 * Where Payload looks for its configuration. The two variables are read here without
 * `lib/config/env.ts` because `next build` and Payload's own commands load this file where nothing is
 * configured; the server and the scripts check the whole environment before they use it.
 */
export default registersConfig({
  databaseUrl: process.env.DATABASE_URL ?? '',
  secret: process.env.APP_SECRET ?? '',
  silenceMs: SILENCE_MS,
})
