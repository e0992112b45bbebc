import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Budget } from './budget.ts'

/** A bench ends by itself within ten minutes, whatever hangs. */
const TIME_LIMIT_MS = 590_000
const CLOSES_WITHIN_MS = 5_000

export interface Findings {
  n: number
  unit: 'ms' | 'B' | 'hundredths of a core' | 'frames a second'
  budgets: readonly Budget[]
  [figure: string]: unknown
}

/**
 * Runs one bench: progress on stderr, one JSON line on stdout, exit code 1 when a budget is missed or
 * the bench itself failed.
 * @param measure gets a folder of its own that is removed afterwards, and when to stop taking samples
 */
export async function runBench(
  bench: string,
  measure: (folder: string, stopAt: number) => Promise<Findings>,
): Promise<void> {
  const startedAt = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'pronto-bench-'))
  const tooLate = setTimeout(() => {
    print({ bench, ok: false, error: `not finished after ${TIME_LIMIT_MS / 1000} s` })
    process.exit(1)
  }, TIME_LIMIT_MS)
  try {
    const { budgets, ...figures } = await measure(folder, startedAt + TIME_LIMIT_MS - 60_000)
    const missed = budgets.filter(({ met }) => !met)
    for (const { what, figure, bound } of missed)
      progress(`budget missed: ${what}: ${figure}, bound ${bound}`)
    const ok = missed.length === 0
    print({ bench, ok, ...figures, missed: missed.map(({ what }) => what) })
    process.exitCode = ok ? 0 : 1
  } catch (error) {
    print({ bench, ok: false, error: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
  } finally {
    clearTimeout(tooLate)
    // Browsers and services of a bench that failed half-way end with it, and would keep it alive.
    setTimeout(() => process.exit(), CLOSES_WITHIN_MS).unref()
    await rm(folder, { recursive: true, force: true })
  }
}

export function progress(line: string): void {
  process.stderr.write(`${line}\n`)
}

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
