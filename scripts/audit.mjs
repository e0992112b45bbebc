import { handOver } from './local/hand-over.mjs'

/** `npm run audit`: has the switchboard kept its promises? The work is in `local/audit.ts`. */
await handOver('scripts/local/audit.ts', { args: process.argv.slice(2), readsEnvFile: true })
