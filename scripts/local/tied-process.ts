import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { Advice } from './advice.mjs'

/** A service that ends with this process, however this process ends. */
export type TiedProcess = {
  readonly pid: number
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  readonly isRunning: () => boolean
  /** Asks it to end with each of `signals` in turn, and kills it if it is still there after `graceMs`. */
  readonly stop: (signals: readonly NodeJS.Signals[], graceMs: number) => Promise<void>
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>
}

export type TiedOptions = {
  command: string
  args: readonly string[]
  /** The signal that the kernel sends it when this process dies, also by SIGKILL. */
  onParentDeath: 'INT' | 'TERM' | 'KILL'
  /** What stands between this process and setpriv or is passed to it, such as another user. */
  wrapper?: readonly string[]
  setprivArgs?: readonly string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Where stdout and stderr go; `inherit` for the terminal. */
  output: { file: string } | 'inherit'
}

/**
 * Starts a service in its own session, so that Ctrl-C in a terminal reaches only whoever stops it in
 * order, and ties it to this process by a parent-death signal. Call it from the main thread: the kernel
 * watches the thread that spawned.
 */
export async function startTied(options: TiedOptions): Promise<TiedProcess> {
  const output = options.output === 'inherit' ? 'inherit' : fs.openSync(options.output.file, 'a', 0o600)
  const [command = 'setpriv', ...args] = [
    ...(options.wrapper ?? []),
    'setpriv',
    '--pdeathsig',
    options.onParentDeath,
    ...(options.setprivArgs ?? []),
    '--',
    options.command,
    ...options.args,
  ]
  const child = spawn(command, args, {
    stdio: ['ignore', output, output],
    detached: true,
    ...(options.env && { env: options.env }),
    ...(options.cwd && { cwd: options.cwd }),
  })
  if (typeof output === 'number') fs.closeSync(output)
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => Promise.reject(error))])
  const pid = child.pid
  if (pid === undefined) throw new Error(`${options.command} did not start`)

  const isRunning = () => child.exitCode === null && child.signalCode === null
  const kill = async () => {
    if (isRunning()) child.kill('SIGKILL')
    await ended
  }
  const stop = async (signals: readonly NodeJS.Signals[], graceMs: number) => {
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
    for (const signal of signals) {
      if (isRunning()) child.kill(signal)
      await Promise.race([ended, pause(150)])
    }
    await ended
    clearTimeout(force)
  }
  return { pid, ended, isRunning, stop, kill }
}

/** Calls `attempt` until it returns true; throws when the service ends first or after `timeoutMs`. */
export async function untilReady(
  service: TiedProcess,
  attempt: () => Promise<boolean>,
  { timeoutMs, explain }: { timeoutMs: number; explain: () => string },
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await attempt())) {
    if (!service.isRunning() || Date.now() > deadline) throw new Advice(explain())
    await pause(25)
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
