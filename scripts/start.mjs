import { checkPort } from './local/checks.mjs'
import { handOver } from './local/hand-over.mjs'

/** `npm start`: everything from a bare checkout to a served application. The work is in `local/start.ts`. */
await handOver('scripts/local/start.ts', {
  readsEnvFile: true,
  check: () => checkPort(process.env.HOST || '127.0.0.1', Number(process.env.PORT || 3000)),
})
