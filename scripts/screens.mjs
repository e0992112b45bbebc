import { handOver } from './local/hand-over.mjs'

/** `npm run screens`: draws the totem's screens, for whoever translates or reviews. The work is in `local/screens.ts`. */
await handOver('scripts/local/screens.ts', { args: process.argv.slice(2) })
