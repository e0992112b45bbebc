/**
 * `npm start`. Runs on any Node from 20 and uses nothing that has to be installed: it checks the machine,
 * installs the locked packages, and hands over to `local/start.ts` on the Node 24 among them.
 */
/** @import { ChildProcess } from 'node:child_process' */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { checkDisk, checkMachine, checkPort } from './local/checks.mjs'
import { complain } from './local/complain.mjs'
import { installPackages, nodeBinary } from './local/install.mjs'
import { startMark, sweep } from './local/sweep.mjs'
import { watchNpm } from './local/watch-parent.mjs'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const startedAt = Date.now()
const mark = randomUUID()
process.env[startMark] = mark
/** @type {ChildProcess | null} */
let server = null
let isEnding = false

/**
 * A terminal sends Ctrl-C to everybody, npm sends it once more: the server hears it, this process waits for it.
 * @param {NodeJS.Signals} signal
 */
function end(signal) {
  if (isEnding) return
  isEnding = true
  if (server) server.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
  else leave(130)
}

/** @param {number} code */
function leave(code) {
  sweep(mark)
  process.exit(code)
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => end(signal))
watchNpm(() => end('SIGTERM'))

try {
  checkMachine()
  const envFile = path.join(root, '.env')
  if (process.loadEnvFile && fs.existsSync(envFile)) process.loadEnvFile(envFile)
  const home = path.resolve(root, process.env.PRONTO_HOME || '.pronto')
  await checkPort(process.env.HOST || '127.0.0.1', Number(process.env.PORT || 3000))
  fs.mkdirSync(home, { recursive: true })
  checkDisk(home, 300)
  await installPackages(root, home)

  const main = path.join(root, 'scripts/local/start.ts')
  server = spawn('setpriv', ['--pdeathsig', 'TERM', '--', nodeBinary(root), main], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PRONTO_STARTED_AT: `${startedAt}` },
  })
  const [code, signal] = await once(server, 'exit')
  if (signal && !isEnding)
    console.error(`pronto: the server's process was ended by ${signal}; everything has been stopped.`)
  if (signal) await new Promise((resolve) => setTimeout(resolve, 1500))
  leave(code ?? (isEnding ? 130 : 1))
} catch (error) {
  complain(error, root)
  leave(1)
}
