import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Advice } from '../local/advice.mjs'
import { buildApp } from '../local/build.ts'
import { complain } from '../local/complain.mjs'
import { defaultHome, root } from '../local/home.ts'
import { obtainLivekit } from '../local/livekit-binary.ts'
import { step } from '../local/progress.mjs'
import { startMark, sweep } from '../local/sweep.mjs'
import { obtainChromium } from './chromium.ts'
import { add, brokenRun, closingLine, nothing, type Tally, tallyPlaywright, tallyVitest } from './tally.ts'

/** The whole of `npm test`: each part reports to a file, and one line sums them up. */
const parts = ['static', 'unit', 'screens', 'db', 'media', 'launcher', 'e2e'] as const
type Part = (typeof parts)[number]

const { isFull, chosen } = readArguments()
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-reports-'))
const env = testEnvironment()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(130))

let tally = nothing
try {
  if (chosen.has('static')) tally = add(tally, await runChecks())
  tally = add(
    tally,
    await runVitest(parts.filter((part) => part !== 'static' && part !== 'e2e' && chosen.has(part))),
  )
  if (chosen.has('e2e')) tally = add(tally, await runBrowserTests())
} catch (error) {
  complain(error, root)
  tally = add(tally, brokenRun(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)))
}
if (tally.failures.length > 0)
  console.log(`\nFailed:\n${tally.failures.map((name) => `  ${name}`).join('\n')}`)
console.log(`\n${closingLine(tally)}`)
leave(tally.failed > 0 || tally.passed === 0 ? 1 : 0)

/** Each check counts as one test and says something only when it fails. */
async function runChecks(): Promise<Tally> {
  // Next writes the types of its routes, which the type check needs.
  const checks: [name: string, ...steps: string[][]][] = [
    ['format and lint (biome)', ['biome', 'ci', '--reporter=summary', '--colors=off'], ['biome', 'ci']],
    ['types (tsc)', ['next', 'typegen'], ['tsc', '--noEmit']],
    ['lint with types (oxlint)', ['oxlint']],
    ['unused code (knip)', ['knip', '--no-progress']],
    ['complete lockfile', ['node', 'scripts/complete-lockfile.mjs', '--check']],
  ]
  let result = nothing
  for (const [name, ...steps] of checks) {
    const { code, output } = await step(`Checking ${name}`, () => inTurn(steps))
    if (code !== 0) console.log(`\n${name} failed:\n${output.trimEnd()}\n`)
    result = add(result, code === 0 ? { ...nothing, passed: 1 } : brokenRun(`check: ${name}`))
  }
  return result
}

async function runVitest(projects: readonly Part[]): Promise<Tally> {
  if (projects.length === 0) return nothing
  if (projects.includes('media') || projects.includes('launcher')) {
    await step('Obtaining livekit-server', obtainLivekit)
  }
  if (projects.includes('screens')) await step('Obtaining Chromium', obtainChromium)
  const report = path.join(reports, 'vitest.json')
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  await run('vitest', args, isFull ? { FULL: '1' } : {})
  return tallyVitest(report)
}

async function runBrowserTests(): Promise<Tally> {
  const chromium = await step('Obtaining Chromium', obtainChromium)
  await step('Obtaining livekit-server', obtainLivekit)
  await step('Building the application', () => buildApp(defaultHome()))
  const report = path.join(reports, 'e2e.json')
  await run('playwright', ['test'], {
    CHROMIUM_PATH: chromium,
    E2E_REPORT: report,
    ...(isFull && { FULL: '1' }),
  })
  return tallyPlaywright(report)
}

/** Runs a program of node_modules with the terminal as its output. */
async function run(
  program: string,
  args: readonly string[],
  extra: NodeJS.ProcessEnv | object = {},
): Promise<void> {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...extra },
  })
  await once(child, 'exit')
}

async function inTurn(steps: readonly string[][]): Promise<{ code: number; output: string }> {
  let output = ''
  for (const [program = '', ...args] of steps) {
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], { cwd: root, env })
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk
    })
    const [code] = await once(child, 'close')
    if (code !== 0) return { code: code ?? 1, output }
  }
  return { code: 0, output }
}

function readArguments(): { isFull: boolean; chosen: ReadonlySet<Part> } {
  const { values } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  })
  const named = values.only.flatMap((list) => list.split(','))
  const unknown = named.filter((name) => !parts.some((part) => part === name))
  if (unknown.length > 0) {
    complain(new Advice(`--only knows ${parts.join(', ')}, not ${unknown.join(', ')}.`), root)
    process.exit(2)
  }
  return {
    isFull: values.full,
    chosen: new Set(parts.filter((part) => (named.length === 0 ? true : named.includes(part)))),
  }
}

/** Tests bring their own services: nothing of the person's configuration may reach them. */
function testEnvironment(): NodeJS.ProcessEnv {
  const own =
    /^(DATABASE_URL|LIVEKIT_.*|APP_URL|APP_SECRET|SAMPLE|PORT|HOST|METRICS_TOKEN|OIDC_.*|LOG_LEVEL)$/
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
  return {
    ...rest,
    NODE_ENV: 'test',
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    ...(isFull && { FULL: '1' }),
  }
}

function leave(code: number): never {
  fs.rmSync(reports, { recursive: true, force: true })
  const mark = process.env[startMark]
  if (mark) sweep(mark)
  process.exit(code)
}
