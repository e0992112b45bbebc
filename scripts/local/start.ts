import fs from 'node:fs'
import path from 'node:path'
import { isSampleByDefault, readEnv, type Variables } from '../../lib/config/env.ts'
import { Advice } from './advice.mjs'
import { type RunningApp, startApp } from './app.ts'
import { buildApp } from './build.ts'
import { checkDisk } from './checks.mjs'
import { complain } from './complain.mjs'
import { holdsSample, SAMPLE_INSIDE } from './holds-sample.ts'
import { defaultHome, keptSecret, root } from './home.ts'
import { takeHome } from './home-lock.ts'
import { startLivekit } from './livekit.ts'
import { addressOf, freePort, freeUdpPort } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { step } from './progress.mjs'
import { runScript } from './run-script.ts'
import { readSampleAccounts } from './stack.ts'
import { startMark, sweep } from './sweep.mjs'

/**
 * The second half of `npm start`, on Node 24: brings up what the environment does not name, prepares the
 * database, builds what changed, serves, and ends all of it together.
 */
const given = process.env
const home = defaultHome()
const running: { name: string; ended: Promise<unknown>; stop: () => Promise<void> }[] = []
let isEnding = false
const mediaVariables = ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'] as const

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  await main()
} catch (error) {
  if (!isEnding) complain(error, home)
  await end(1)
}

async function main(): Promise<void> {
  const host = given.HOST || '127.0.0.1'
  const port = Number(given.PORT || 3000)
  const isSample = isSampleByDefault(given)
  const appUrl = given.APP_URL || `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  checkEnvironment(isSample)
  takeHome(home)
  if (!fs.existsSync(path.join(root, '.next/BUILD_ID'))) checkDisk(root, 1000)

  const built = step('Building the application', () => buildApp(home))
  // Whoever fails first is reported; the build must not turn into an unhandled rejection meanwhile.
  built.catch(() => {})
  const [database, media] = await Promise.all([
    preparedDatabase(isSample, appUrl),
    mediaServer(addressOf(host, port)),
  ])
  const env = { ...given, ...database, ...media }
  readEnv(env)
  await built
  const app = await step('Starting the application', () =>
    startApp({
      env,
      port,
      host,
      isMediaElsewhere: Boolean(given.LIVEKIT_URL),
      output: isSample ? 'file' : 'terminal',
    }),
  )
  keep('the application', app)
  announce(app, isSample)
  if (!isSample && (await holdsSample(database.DATABASE_URL))) console.log(`\n${SAMPLE_INSIDE}`)
  await Promise.race(running.map(({ name, ended }) => ended.then(() => unexpected(name))))
}

/** Complains about what the person has set before anything is started. */
function checkEnvironment(isSample: boolean): void {
  const missing = mediaVariables.filter((name) => !given[name])
  if (missing.length > 0 && missing.length < mediaVariables.length) {
    throw new Advice(
      `${missing.join(' and ')} must be set too: an existing media server needs all of ${mediaVariables.join(', ')}.`,
    )
  }
  readEnv(withStandIns(isSample))
}

/** What the person has set, and something well-formed for what is made here later. */
function withStandIns(isSample: boolean): Variables {
  const madeHere = 'made-here-made-here-made-here-made-here'
  return {
    ...given,
    DATABASE_URL: given.DATABASE_URL || 'postgres://localhost/local',
    LIVEKIT_URL: given.LIVEKIT_URL || 'ws://localhost',
    LIVEKIT_API_KEY: given.LIVEKIT_API_KEY || madeHere,
    LIVEKIT_API_SECRET: given.LIVEKIT_API_SECRET || madeHere,
    APP_SECRET: given.APP_SECRET || (isSample ? madeHere : undefined),
    SAMPLE: isSample ? '1' : '0',
  }
}

/** The database, migrated and in sample mode filled; with what it adds to the environment. */
async function preparedDatabase(isSample: boolean, appUrl: string) {
  const added = {
    DATABASE_URL: given.DATABASE_URL || (await localPostgres()),
    PRONTO_HOME: home,
    APP_URL: appUrl,
    SAMPLE: isSample ? '1' : '0',
    ...(isSample && !given.APP_SECRET && { APP_SECRET: keptSecret(home, 'app-secret') }),
  }
  const env = { ...withStandIns(isSample), ...added }
  await step('Migrating the database', () => runScript('migrate.ts', env))
  if (isSample) await step('Loading the sample municipality', () => runScript('sample.ts', env))
  return added
}

async function localPostgres(): Promise<string> {
  const postgres = await step('Starting PostgreSQL', () => startPostgres({ home }))
  keep('PostgreSQL', postgres)
  return postgres.url
}

async function mediaServer(appUrl: string) {
  if (given.LIVEKIT_URL) return {}
  const media = await step('Starting livekit-server', async () =>
    startLivekit({
      home,
      port: await freePort(7880),
      udpPort: await freeUdpPort(7882),
      webhookUrl: `${appUrl}/api/livekit/webhook`,
    }),
  )
  keep('livekit-server', media)
  return { LIVEKIT_URL: media.url, LIVEKIT_API_KEY: media.apiKey, LIVEKIT_API_SECRET: media.apiSecret }
}

function keep(name: string, service: { ended: Promise<unknown>; stop: () => Promise<void> }): void {
  // The application first, what it needs after it.
  running.unshift({ name, ended: service.ended, stop: service.stop })
}

function unexpected(name: string): never {
  throw new Advice(`${name} ended unexpectedly: see ${path.join(home, 'logs')}, then start again.`)
}

async function end(code: number): Promise<void> {
  if (isEnding) return
  isEnding = true
  const mark = given[startMark]
  // Whatever hangs, nothing of this start is there five seconds from now.
  setTimeout(() => process.exit(code), 4_500).unref()
  for (const service of running) await service.stop().catch(() => {})
  if (mark) sweep(mark)
  process.exit(code)
}

function announce({ url }: RunningApp, isSample: boolean): void {
  const since = Number(given.PRONTO_STARTED_AT ?? Date.now())
  const lines = [
    `Pronto is ready after ${((Date.now() - since) / 1000).toFixed(1)} s.`,
    '',
    `  ${url}/         ${isSample ? 'what there is to see' : 'start page'}`,
    `  ${url}/totem    the totem`,
    `  ${url}/desk     the desk`,
    `  ${url}/admin    contents and registers`,
  ]
  if (isSample) {
    const { password, accounts } = readSampleAccounts(home)
    const width = Math.max(...accounts.map(({ email }) => email.length))
    lines.push(
      '',
      `Sample accounts, all with the password ${password}`,
      ...accounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
      '',
      'This is sample data for one machine. For real use read docs/operations.md.',
    )
  }
  console.log([...lines, 'Ctrl-C stops everything.'].join('\n'))
}
