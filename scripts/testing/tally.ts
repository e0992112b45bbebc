import fs from 'node:fs'
import * as z from 'zod'

/** How many tests ended how, and the names of those that failed. */
export type Tally = { passed: number; failed: number; skipped: number; failures: readonly string[] }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
})

/** The line that closes a run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

const VitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** Reads vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function tallyVitest(file: string): Tally {
  const report = parseReport(file, VitestReport)
  if (!report) return brokenRun('vitest wrote no report')
  const tests = report.testResults.flatMap((suite) => suite.assertionResults.map((test) => ({ suite, test })))
  const failures = tests
    .filter(({ test }) => test.status === 'failed')
    .map(({ suite, test }) => `${suite.name}: ${test.fullName}`)
  const unloaded = report.testResults
    .filter(
      (suite) =>
        suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed'),
    )
    .map((suite) => `${suite.name}: could not be run`)
  const passed = tests.filter(({ test }) => test.status === 'passed').length
  const all = [...failures, ...unloaded]
  const unexplained = !report.success && all.length === 0 ? ['vitest: an error outside of any test'] : []
  return {
    passed,
    failed: all.length + unexplained.length,
    skipped: tests.length - passed - failures.length,
    failures: [...all, ...unexplained],
  }
}

type PlaywrightSuite = {
  title: string
  specs: { title: string; file: string; line: number; tests: { status: string }[] }[]
  suites?: PlaywrightSuite[] | undefined
}
const Suite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        line: z.number(),
        tests: z.array(z.object({ status: z.string() })),
      }),
    ),
    suites: z.array(Suite).optional(),
  }),
)
const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** Reads Playwright's JSON report. A test that passed only when it was tried again has failed. */
export function tallyPlaywright(file: string): Tally {
  const report = parseReport(file, PlaywrightReport)
  if (!report) return brokenRun('Playwright wrote no report')
  const specs = report.suites.flatMap(specsOf)
  const ended = (...statuses: string[]) =>
    specs.filter(({ tests }) => tests.some(({ status }) => statuses.includes(status)))
  const failed = ended('unexpected', 'flaky')
  const errors = report.errors.map(
    ({ message }) => `e2e: ${message?.split('\n')[0] ?? 'an error outside of any test'}`,
  )
  return {
    passed: ended('expected').length,
    failed: failed.length + errors.length,
    skipped: ended('skipped').length,
    failures: [...failed.map(({ file, line, title }) => `e2e/${file}:${line}: ${title}`), ...errors],
  }
}

const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
]

export const brokenRun = (why: string): Tally => ({ ...nothing, failed: 1, failures: [why] })

function parseReport<Report>(file: string, shape: z.ZodType<Report>): Report | null {
  return fs.existsSync(file) ? shape.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null
}
