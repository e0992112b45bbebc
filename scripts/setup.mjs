import { handOver } from './local/hand-over.mjs'

/** `npm run setup`: what a real installation begins with. The work is in `local/setup.ts`. */
await handOver('scripts/local/setup.ts', {
  args: process.argv.slice(2),
  readsEnvFile: true,
  stdin: 'inherit',
})
