import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { logFile, root, tail } from './home.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Runs `next build` unless `.next` already holds a build of exactly these sources. Whoever comes second
 * waits for a build that is under way.
 */
export async function buildApp(home: string): Promise<void> {
  const stampFile = path.join(root, '.next/pronto-sources')
  const isFresh = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === sourcesHash()
  if (isFresh()) return
  const release = await takeTurn(path.join(root, '.next-turn'))
  try {
    if (isFresh()) return
    // The hash is taken before the build: an edit during it makes the next start build again.
    const hash = sourcesHash()
    await build(logFile(home, 'build'))
    fs.writeFileSync(stampFile, hash)
  } finally {
    release()
  }
}

async function build(output: string): Promise<void> {
  fs.truncateSync(output)
  const file = fs.openSync(output, 'a')
  const child = spawn(
    'setpriv',
    [
      '--pdeathsig',
      'KILL',
      '--',
      process.execPath,
      path.join(root, 'node_modules/next/dist/bin/next'),
      'build',
    ],
    {
      cwd: root,
      stdio: ['ignore', file, file],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  const [code] = await once(child, 'exit')
  fs.closeSync(file)
  if (code !== 0) throw new Advice(`next build failed; its output ends with:\n${tail(output, 30)}`)
}

/** What never ends up in the build. Everything else at the root counts, so that a new folder is not forgotten. */
const notBuilt =
  /^(\..*|node_modules|e2e|bench|scripts|docs|deploy|coverage|test-results|playwright-report|next-env\.d\.ts|.*\.md|.*\.tsbuildinfo|(playwright|vitest)\.config\.ts|(biome|knip)\.json)$/

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version)
  for (const name of fs.readdirSync(root).sort())
    if (!notBuilt.test(name)) hashTree(path.join(root, name), hash)
  return hash.digest('hex')
}

function hashTree(place: string, hash: ReturnType<typeof createHash>): void {
  if (fs.statSync(place).isDirectory()) {
    for (const name of fs.readdirSync(place).sort()) hashTree(path.join(place, name), hash)
  } else if (!/\.(test|spec)\.tsx?$/.test(place)) {
    hash.update(`${path.relative(root, place)}\0`).update(fs.readFileSync(place))
  }
}
