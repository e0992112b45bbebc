import { erlangA } from '../lib/switchboard/simulation/erlang-a.ts'
import { type Plan, type Simulation, simulate, type Visit } from '../lib/switchboard/simulation/simulate.ts'
import { waitQuantileMs } from '../lib/switchboard/wait-estimate.ts'
import { atLeast, atMost, type Budget } from './budget.ts'
import { type RivalEstimates, rivalEstimates } from './rival-estimates.ts'
import { progress, runBench } from './run-bench.ts'

// The real core on a virtual clock: does it queue as the theory of queues says, and is what it tells waiting
// visitors true? Fixed seeds, guards at 0, the ring part of the handle time, handling assumed 30 % too long.

const HANDLE_MS = 300_000
const PATIENCE_MS = 600_000
const HOUR_MS = 3_600_000

interface Row {
  name: string
  operators: number
  /** Of what the operators can do; above 1 the queue lives from those who give up. */
  load: number
  calls: number
  cv: number
  staff: Plan['staff']
}

const steady = (operators: number, load: number, calls: number, cv = 1): Row => ({
  name: `${operators} operators, load ${load}${cv === 1 ? '' : `, lognormal ${cv}`}`,
  operators,
  load,
  calls,
  cv,
  staff: [{ fromMs: 0, operators }],
})

/** Four and two in turn, every three quarters of an hour. */
const shifts = (calls: number): Row => {
  const hours = calls / callsPerHour(3, 0.95)
  const changes = Math.ceil((hours * HOUR_MS) / 2_700_000)
  const staff = Array.from({ length: changes }, (_, n) => ({
    fromMs: n * 2_700_000,
    operators: n % 2 === 0 ? 4 : 2,
  }))
  return { name: '4 and 2 operators in turn', operators: 3, load: 0.95, calls, cv: 1, staff }
}

const callsPerHour = (operators: number, load: number) => (operators * load * HOUR_MS) / HANDLE_MS

/**
 * The more operators, the longer a busy spell lasts, and the more calls it takes to average over: with these
 * the mean wait of a textbook queue differs from theory by about 1 % from one seed to another.
 */
const ROWS: readonly Row[] = [
  steady(1, 0.8, 100_000),
  steady(2, 0.9, 100_000),
  steady(4, 0.95, 100_000),
  steady(8, 1, 100_000),
  steady(12, 1, 120_000),
  steady(20, 1.05, 150_000),
  shifts(40_000),
  steady(4, 0.95, 40_000, 0.7),
  steady(4, 0.95, 40_000, 1.4),
]

function measure(row: Row, seed: number) {
  const plan: Plan = {
    seed,
    hours: row.calls / callsPerHour(row.operators, row.load),
    callsPerHour: [callsPerHour(row.operators, row.load)],
    staff: row.staff,
    handle: { meanMs: HANDLE_MS, cv: row.cv },
    patienceMs: PATIENCE_MS,
    answerMs: 0,
    rules: {
      assumedHandleMs: 1.3 * HANDLE_MS,
      assumedPatienceMs: PATIENCE_MS,
      queueLimit: Number.MAX_SAFE_INTEGER,
      maxWaitMs: 1e12,
    },
  }
  const startedAt = performance.now()
  const { visits } = simulate(plan)
  const estimates = scored(row, visits, plan)
  const theory =
    row.cv === 1 && row.staff.length === 1 ? againstTheory(row, { visits, hours: plan.hours }) : null
  progress(`${row.name}: ${visits.length} calls in ${Math.round((performance.now() - startedAt) / 1000)} s`)
  return {
    figures: { row: row.name, calls: visits.length, ...estimates.figures, ...theory?.figures },
    budgets: [...estimates.budgets, ...(theory?.budgets ?? [])],
  }
}

/**
 * The shares and the mean wait against Erlang-A. The theory is asked with the rates that this sample of calls
 * happened to have, not with those it was drawn from: both differ by less than 1 %, but at high load a queue
 * answers to 1 % more calls with 5 % more waiting, which says nothing about the core.
 */
function againstTheory(row: Row, { visits, hours }: Pick<Simulation, 'visits'> & { hours: number }) {
  const rates = {
    callsPerMs: visits.length / (hours * HOUR_MS),
    handleMs: mean(visits.map(({ handleMs }) => handleMs)),
    patienceMs: mean(visits.map(({ patienceMs }) => patienceMs)),
  }
  const expected = erlangA({ operators: row.operators, ...rates })
  const drawnFrom = erlangA({
    operators: row.operators,
    callsPerMs: callsPerHour(row.operators, row.load) / HOUR_MS,
    handleMs: HANDLE_MS,
    patienceMs: PATIENCE_MS,
  })
  const seen = {
    waitShare: mean(visits.map(({ waitMs }) => (waitMs === 0 ? 0 : 1))),
    abandonShare: mean(visits.map(({ abandonedMs }) => (abandonedMs === null ? 0 : 1))),
    meanWaitMs: mean(visits.map((visit) => inLineMs(visit))),
  }
  const keys = ['waitShare', 'abandonShare', 'meanWaitMs'] as const
  return {
    figures: Object.fromEntries(
      keys.flatMap((key) => [
        [key, rounded(seen[key])],
        [`${key}ErlangA`, rounded(expected[key])],
        [`${key}ErlangANominal`, rounded(drawnFrom[key])],
      ]),
    ),
    budgets: keys.map((key) =>
      atMost(
        `${row.name}: ${key} off Erlang-A, %`,
        rounded(100 * Math.abs(seen[key] / expected[key] - 1)),
        3,
      ),
    ),
  }
}

const inLineMs = ({ arrivedMs, rungMs, abandonedMs }: Visit): number =>
  (rungMs ?? abandonedMs ?? arrivedMs) - arrivedMs

/** How good the estimates were, over all who had to wait and were told something. */
function scored(row: Row, visits: readonly Visit[], plan: Plan) {
  const rivals = rivalEstimates(visits, plan)
  const waits = visits.flatMap((visit): Told[] => {
    const { waitMs, forecast, shown } = visit
    const rival = rivals.get(visit)
    if (waitMs === null || waitMs === 0 || forecast.kind !== 'wait' || !shown || !rival) return []
    const { estimate } = forecast
    const [p10, p90] = [waitQuantileMs(estimate, 0.1), waitQuantileMs(estimate, 0.9)]
    const boundMs = shown.toMin === null ? Number.POSITIVE_INFINITY : shown.toMin * 60_000
    return [{ waitMs, meanMs: estimate.meanMs, p10, p90, boundMs, rival }]
  })
  const meanMs = mean(waits.map(({ waitMs }) => waitMs))
  /** Root of the mean squared error, as a part of the mean wait. */
  const error = (of: (told: Told) => number) =>
    rounded(Math.sqrt(mean(waits.map((told) => (of(told) - told.waitMs) ** 2))) / meanMs)
  const share = (holds: (told: Told) => boolean) => rounded(mean(waits.map((told) => (holds(told) ? 1 : 0))))
  const own = error((told) => told.meanMs)
  const figures = {
    told: waits.length,
    error: own,
    errorNaive: error(({ rival }) => rival.naiveMs),
    errorLastServed: error(({ rival }) => rival.lastServedMs),
    errorHeadOfLine: error(({ rival }) => rival.headOfLineMs),
    within10To90: share(({ waitMs, p10, p90 }) => p10 <= waitMs && waitMs <= p90),
    shownBoundHolds: share(({ waitMs, boundMs }) => waitMs <= boundMs),
  }
  const budgets: Budget[] = [
    below(`${row.name}: error against (n + 1) A / s`, own, figures.errorNaive),
    below(`${row.name}: error against the last served`, own, figures.errorLastServed),
    below(`${row.name}: error against the head of line`, own, figures.errorHeadOfLine),
    atLeast(`${row.name}: 10 to 90 % range holds`, figures.within10To90, 0.7),
    atMost(`${row.name}: 10 to 90 % range is no wider than it must be`, figures.within10To90, 0.9),
    atLeast(`${row.name}: shown upper bound holds`, figures.shownBoundHolds, 0.85),
  ]
  return { figures, budgets }
}

interface Told {
  waitMs: number
  meanMs: number
  p10: number
  p90: number
  boundMs: number
  rival: RivalEstimates
}

const below = (what: string, figure: number, bound: number): Budget => ({
  what,
  figure,
  bound,
  met: figure < bound,
})

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const rounded = (value: number): number => Number(value.toPrecision(4))

await runBench('wait', async () => {
  const rows = ROWS.map((row, index) => measure(row, 20_261_126 + index * 10))
  return {
    n: rows.reduce((sum, { figures }) => sum + figures.calls, 0),
    unit: 'ms',
    rows: rows.map(({ figures }) => figures),
    budgets: rows.flatMap(({ budgets }) => budgets),
  }
})
