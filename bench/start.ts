import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../scripts/local/home.ts'
import { freePort } from '../scripts/local/ports.ts'
import { atMost } from './budget.ts'
import { progress, runBench } from './run-bench.ts'
import { round } from './statistics.ts'

// `npm start` in this checkout until it is ready: with an empty folder for its data, and again.

await runBench('start', async (folder, stopAt) => {
  const home = join(folder, 'home')
  const first = await startOnce(home, stopAt)
  progress(`first start: ${first.readyMs} ms to ready, ${first.stopMs} ms to stop`)
  const second = await startOnce(home, stopAt)
  progress(`second start: ${second.readyMs} ms to ready, ${second.stopMs} ms to stop`)
  return {
    n: 2,
    unit: 'ms',
    first,
    second,
    budgets: [atMost('second start to ready', second.readyMs, 15_000)],
  }
})

async function startOnce(home: string, stopAt: number): Promise<{ readyMs: number; stopMs: number }> {
  const port = await freePort()
  const startedAt = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    // A group of its own, so that the signal reaches all of it as Ctrl-C in a terminal would.
    detached: true,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, PORT: `${port}`, PRONTO_HOME: home },
  })
  const ended = once(npm, 'exit')
  while (!(await isReady(port))) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with code ${npm.exitCode}`)
    if (Date.now() > stopAt) throw new Error('not ready in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const readyAt = performance.now()
  if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGINT')
  await ended
  return { readyMs: round(readyAt - startedAt), stopMs: round(performance.now() - readyAt) }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).ok
  } catch {
    return false
  }
}
