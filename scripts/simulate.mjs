import { handOver } from './local/hand-over.mjs'

/** `npm run simulate`: how many operators does it take? The work is in `local/simulate.ts`. */
await handOver('scripts/local/simulate.ts', { args: process.argv.slice(2) })
