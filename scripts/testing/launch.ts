import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { root } from '../local/home.ts'

/** An `npm start` under observation. */
export type Launch = {
  readonly npm: ChildProcess
  /** Everything it has printed so far. */
  readonly output: () => string
  /** Milliseconds until it said that it is ready. Rejects with its output if it ends before. */
  readonly ready: Promise<number>
  /** Its exit code; null after a signal. */
  readonly ended: Promise<number | null>
}

/** Runs `npm start` as a terminal does: in a process group of its own, with nothing of a person's configuration. */
export function launch(home: string, port: number, env: Record<string, string> = {}): Launch {
  const startedAt = Date.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      // Whoever ends this run ends what it started.
      ...(process.env.PRONTO_START && { PRONTO_START: process.env.PRONTO_START }),
      PRONTO_HOME: home,
      PORT: `${port}`,
      ...env,
    },
  })
  let output = ''
  const ended = once(npm, 'close').then(([code]: (number | null)[]) => code ?? null)
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Pronto is ready')) resolve(Date.now() - startedAt)
    }
    npm.stdout.on('data', hear)
    npm.stderr.on('data', hear)
    npm.once('close', () => reject(new Error(`npm start ended before it was ready:\n${output}`)))
  })
  ready.catch(() => {})
  return { npm, output: () => output, ready, ended }
}

/** A process that works on `home`, by what it was started with. */
export type Worker = { pid: number; command: string }

/** All processes on this machine that work on `home`: it stands in their environment or arguments. */
export function workersOf(home: string): Worker[] {
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
      const isZombie = command === ''
      const isOurs = command.includes(home) || read(`/proc/${pid}/environ`).includes(`PRONTO_HOME=${home}`)
      return isOurs && !isZombie ? [{ pid, command }] : []
    })
}

/** Waits until nothing works on `home` any more, and returns what is left after `withinMs`. */
export async function leftOver(home: string, withinMs: number): Promise<Worker[]> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const workers = workersOf(home)
    if (workers.length === 0 || Date.now() > deadline) return workers
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
