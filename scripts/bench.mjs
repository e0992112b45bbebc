import { Advice } from './local/advice.mjs'
import { handOver } from './local/hand-over.mjs'

/** `npm run bench -- <name> […]` runs `bench/<name>.ts`; progress on stderr, one JSON line on stdout. */
const [name = '', ...args] = process.argv.slice(2)
await handOver(`bench/${name}.ts`, {
  args,
  check: () => {
    if (!/^[a-z-]+$/.test(name)) throw new Advice('Which bench? For example: npm run bench -- answer')
  },
})
