import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, closingLine, tallyPlaywright, tallyVitest } from './tally.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-tally-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function reportOf(content: object): string {
  const file = path.join(folder, 'report.json')
  fs.writeFileSync(file, JSON.stringify(content))
  return file
}

const suite = (status: string, ...tests: string[]) => ({
  name: '/a.test.ts',
  status,
  assertionResults: tests.map((outcome) => ({ fullName: 'does it', status: outcome })),
})

describe("vitest's report", () => {
  it('counts what passed, failed and was skipped', () => {
    const file = reportOf({
      success: false,
      testResults: [suite('failed', 'passed', 'failed', 'skipped'), suite('passed', 'passed', 'todo')],
    })
    expect(tallyVitest(file)).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['/a.test.ts: does it'] })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const file = reportOf({ success: false, testResults: [suite('failed')] })
    expect(tallyVitest(file)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts an error outside of any test as a failure', () => {
    const file = reportOf({ success: false, testResults: [suite('passed', 'passed')] })
    expect(tallyVitest(file)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts a run that wrote no report as a failure', () => {
    expect(tallyVitest(path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe("Playwright's report", () => {
  const spec = (status: string) => ({ title: status, file: 'a.spec.ts', line: 3, tests: [{ status }] })

  it('counts nested suites, and a flaky test as failed', () => {
    const nested = { title: 'inner', specs: [spec('unexpected'), spec('flaky')] }
    const file = reportOf({
      errors: [],
      suites: [{ title: 'a', specs: [spec('expected'), spec('skipped')], suites: [nested] }],
    })
    expect(tallyPlaywright(file)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 1,
      failures: ['e2e/a.spec.ts:3: unexpected', 'e2e/a.spec.ts:3: flaky'],
    })
  })

  it('counts an error before the first test', () => {
    const file = reportOf({ suites: [], errors: [{ message: 'no browser\n  at x' }] })
    expect(tallyPlaywright(file)).toMatchObject({ failed: 1, failures: ['e2e: no browser'] })
  })
})

it('closes with one line for the whole run', () => {
  const unit = { passed: 2, failed: 0, skipped: 0, failures: [] }
  expect(closingLine(unit)).toBe('2 passed, 0 failed')
  expect(closingLine(add(unit, { passed: 1, failed: 1, skipped: 3, failures: ['x'] }))).toBe(
    '3 passed, 1 failed, 3 skipped',
  )
})
