import { parseArgs } from 'node:util'
import { DEFAULT_RULES } from '../../lib/switchboard/settings.ts'
import { figuresOf } from '../../lib/switchboard/simulation/figures.ts'
import { type Plan, type Simulation, simulate } from '../../lib/switchboard/simulation/simulate.ts'
import { Advice } from './advice.mjs'
import { complain } from './complain.mjs'
import { defaultHome } from './home.ts'
import { hoursTable, staffChart, staffTable, type Tried, verdict } from './simulation-report.ts'

const DEFAULTS = {
  operators: '3',
  'calls-per-hour': '30',
  'handle-minutes': '5',
  'handle-cv': '1',
  'patience-minutes': '10',
  'answer-seconds': '5',
  'queue-limit': `${DEFAULT_RULES.queueLimit}`,
  hours: '8',
  days: '20',
  around: '2',
  seed: '1',
}

const help = `npm run simulate -- --operators 3 --calls-per-hour 30 --handle-minutes 5 --patience-minutes 10 --hours 8

How many operators does it take? Sends made-up visitors through the real switchboard, on a clock that jumps,
with the number of operators asked for and a few more and fewer, and prints what each would come to.

--operators <n>          operators on duty all day (${DEFAULTS.operators})
--calls-per-hour <n>     on average; several, separated by commas: by hour of the day (${DEFAULTS['calls-per-hour']})
--handle-minutes <n>     from the ring to being free again, wrap-up included, on average (${DEFAULTS['handle-minutes']})
--handle-cv <n>          how much that differs from call to call: 1 as much as the mean, 0.5 half (${DEFAULTS['handle-cv']})
--patience-minutes <n>   how long visitors wait before they leave, on average (${DEFAULTS['patience-minutes']})
--answer-seconds <n>     from the ring to the answer; part of the handle time (${DEFAULTS['answer-seconds']})
--queue-limit <n>        how many may wait at once (${DEFAULTS['queue-limit']})
--hours <n>              of one day (${DEFAULTS.hours})
--days <n>               simulated, each from an empty queue; the figures are of an average day (${DEFAULTS.days})
--around <n>             how many operators fewer and more to try as well (${DEFAULTS.around})
--seed <n>               another number, other visitors; the same one, the same (${DEFAULTS.seed})`

process.on('SIGTERM', () => process.exit(130))
process.on('SIGINT', () => process.exit(130))
try {
  main()
} catch (error) {
  complain(error, defaultHome())
  process.exit(1)
}

function main(): void {
  const given = parseOptions()
  if (given.help) {
    console.log(help)
    return
  }
  const asked = numberOf(given, 'operators', { min: 1, max: 200, whole: true })
  const around = numberOf(given, 'around', { min: 0, max: 20, whole: true })
  const days = numberOf(given, 'days', { min: 1, max: 1_000, whole: true })
  const seed = numberOf(given, 'seed', { min: 0, max: 2 ** 31, whole: true })
  const plan = planOf(given)
  const tried: Tried[] = []
  for (let operators = Math.max(1, asked - around); operators <= asked + around; operators++) {
    const staff = [{ fromMs: 0, operators }]
    // Three streams of draws per day: far enough apart that no two days share one.
    const daily = Array.from({ length: days }, (_, day) =>
      simulate({ ...plan, staff, seed: seed + day * 1_000 }),
    )
    const visits = daily.flatMap((day) => day.visits)
    tried.push({ operators, days, visits, figures: figuresOf(visits, timesOf(daily)) })
  }
  console.log(`${titleOf(given, days)}\n`)
  console.log(`${staffTable(tried, asked)}\n`)
  console.log(`${staffChart(tried, asked)}\n`)
  console.log(`${hoursTable(tried, asked)}\n`)
  console.log(verdict(tried))
}

function timesOf(days: readonly Simulation[]) {
  return {
    onDutyMs: days.reduce((sum, { onDutyMs }) => sum + onDutyMs, 0),
    busyMs: days.reduce((sum, { busyMs }) => sum + busyMs, 0),
  }
}

type Given = ReturnType<typeof parseOptions>
type Option = keyof typeof DEFAULTS

function planOf(given: Given): Omit<Plan, 'staff' | 'seed'> {
  return {
    hours: numberOf(given, 'hours', { min: 0.1, max: 24 }),
    callsPerHour: given['calls-per-hour']
      .split(',')
      .map((rate) => parsed('calls-per-hour', rate, { min: 0, max: 10_000 })),
    handle: {
      meanMs: 60_000 * numberOf(given, 'handle-minutes', { min: 0.1, max: 240 }),
      cv: numberOf(given, 'handle-cv', { min: 0.05, max: 5 }),
    },
    patienceMs: 60_000 * numberOf(given, 'patience-minutes', { min: 0.1, max: 1_000 }),
    answerMs: 1_000 * numberOf(given, 'answer-seconds', { min: 0, max: DEFAULT_RULES.ringMs / 1_000 - 1 }),
    rules: { queueLimit: numberOf(given, 'queue-limit', { min: 0, max: 100_000, whole: true }) },
  }
}

function titleOf(given: Given, days: number): string {
  return (
    `${given['calls-per-hour']} calls per hour for ${given.hours} hours, ${given['handle-minutes']} minutes each, ` +
    `patience ${given['patience-minutes']} minutes: an average of ${days} ${days === 1 ? 'day' : 'days'}`
  )
}

interface Bounds {
  min: number
  max: number
  whole?: boolean
}

function numberOf(given: Given, option: Option, bounds: Bounds): number {
  return parsed(option, given[option], bounds)
}

function parsed(option: Option, text: string, { min, max, whole = false }: Bounds): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number'
    throw new Advice(`--${option} must be ${kind} from ${min} to ${max}, not "${text}".`)
  }
  return value
}

function parseOptions() {
  const text = (name: Option) => ({ type: 'string' as const, default: DEFAULTS[name] })
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        operators: text('operators'),
        'calls-per-hour': text('calls-per-hour'),
        'handle-minutes': text('handle-minutes'),
        'handle-cv': text('handle-cv'),
        'patience-minutes': text('patience-minutes'),
        'answer-seconds': text('answer-seconds'),
        'queue-limit': text('queue-limit'),
        hours: text('hours'),
        days: text('days'),
        around: text('around'),
        seed: text('seed'),
      },
    }).values
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Advice(`${why}. npm run simulate -- --help lists the options.`)
  }
}
