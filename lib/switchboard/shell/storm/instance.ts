import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Command, CommandAnswer, CommandRunner } from '../run-command.ts'

export interface ToInstance {
  id: number
  command: Command
}

export type FromInstance =
  | { kind: 'started' }
  | { kind: 'answered'; id: number; answer: CommandAnswer }
  | { kind: 'failed'; id: number; isDatabaseAway: boolean; message: string }

/** The command was not answered: what became of it, its caller does not know. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

/** An instance of the application in a process of its own. */
export interface Instance {
  /** @throws Unanswered when the database was away or the instance has died */
  run: CommandRunner
  /** Ends it as a crash would. */
  kill: () => Promise<void>
  /** Stops it where it stands, as a machine that sleeps would. */
  pause: () => void
  resume: () => void
}

/**
 * Starts an instance with `env` added to this process's environment. It ends with this process, however
 * this process ends. Support for tests.
 */
export async function startInstance(env: Record<string, string> = {}): Promise<Instance> {
  const script = path.join(import.meta.dirname, 'instance-process.ts')
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', process.execPath, script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Boards and events travel as they are.
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const open = new Map<number, { answer: (answer: CommandAnswer) => void; fail: (error: Error) => void }>()
  child.on('message', (message: FromInstance) => {
    if (message.kind === 'started') return
    const command = open.get(message.id)
    open.delete(message.id)
    if (message.kind === 'answered') command?.answer(message.answer)
    else if (message.isDatabaseAway) command?.fail(new Unanswered(message.message))
    else command?.fail(new Error(message.message))
  })
  void ended.then(() => {
    for (const { fail } of open.values()) fail(new Unanswered('the instance has died'))
    open.clear()
  })
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the instance did not start'))),
  ])
  let asked = 0
  return {
    run: (command) =>
      new Promise((answer, fail) => {
        const id = ++asked
        open.set(id, { answer, fail })
        if (!child.connected) fail(new Unanswered('the instance is dead'))
        else child.send({ id, command } satisfies ToInstance, () => {})
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}
