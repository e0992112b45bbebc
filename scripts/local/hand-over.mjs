import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkDisk, checkMachine, readEnvFile } from './checks.mjs'
import { complain } from './complain.mjs'
import { installPackages, nodeBinary } from './install.mjs'
import { startMark, sweep } from './sweep.mjs'
import { watchNpm } from './watch-parent.mjs'

/** @import { ChildProcess } from 'node:child_process' */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * What every npm script of Pronto does first, on whatever Node there is and with nothing installed: checks
 * the machine, installs the locked packages, and runs `script` on the Node 24 among them, to whose end this
 * process lives. Nothing of it outlives npm, this process or that Node, however they end.
 * @param {string} script path in the repository, of TypeScript for Node 24
 * @param {{ args?: string[], check?: () => void | Promise<void>, stdin?: 'inherit' | 'ignore', readsEnvFile?: boolean }} options
 * `check` runs before anything is installed, after `.env` is read where that is asked for
 */
export async function handOver(
  script,
  { args = [], check = () => {}, stdin = 'ignore', readsEnvFile = false } = {},
) {
  const mark = randomUUID()
  process.env[startMark] = mark
  process.env.PRONTO_STARTED_AT = `${Date.now()}`
  /** @type {ChildProcess | null} */
  let worker = null
  let isEnding = false

  /** @param {number} code */
  const leave = (code) => {
    sweep(mark)
    process.exit(code)
  }
  // A terminal sends Ctrl-C to everybody and npm sends it once more: the worker acts on it, we wait for it.
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    if (isEnding) return
    isEnding = true
    if (worker) worker.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    else leave(130)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  watchNpm(() => end('SIGTERM'))

  try {
    checkMachine()
    if (readsEnvFile) readEnvFile(path.join(root, '.env'))
    const home = path.resolve(root, process.env.PRONTO_HOME || '.pronto')
    await check()
    fs.mkdirSync(home, { recursive: true })
    checkDisk(home, 300)
    await installPackages(root, home)
    worker = spawn(
      'setpriv',
      ['--pdeathsig', 'TERM', '--', nodeBinary(root), path.join(root, script), ...args],
      {
        cwd: root,
        stdio: [stdin, 'inherit', 'inherit'],
      },
    )
    const [code, signal] = await once(worker, 'exit')
    if (signal && !isEnding)
      console.error(`pronto: ${script} was ended by ${signal}; all it had started ends too.`)
    // What the kernel tells to end when its parent dies may do so in order before it is made to.
    if (signal) await new Promise((resolve) => setTimeout(resolve, 1500))
    leave(code ?? (isEnding ? 130 : 1))
  } catch (error) {
    complain(error, root)
    leave(1)
  }
}
