import { handOver } from './local/hand-over.mjs'

/**
 * `npm test` runs everything that decides; `--full` adds what takes longer, `--only static,unit,screens,db,media,
 * launcher,e2e` runs parts of it. The work is in `testing/run.ts`.
 */
await handOver('scripts/testing/run.ts', { args: process.argv.slice(2) })
