import { defineConfig } from '@playwright/test'

/** Slow journeys of little risk are marked `@full` and run only with `FULL=1` (`npm run test:full`). */
const isFull = process.env.FULL === '1'

export default defineConfig({
  testDir: 'e2e',
  // Beside the journeys stand unit tests of what they use, which Vitest runs.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  ...(isFull ? {} : { grepInvert: /@full/ }),
  // Two to four browsers with cameras run in each test: one test at a time is what two cores carry.
  workers: 1,
  fullyParallel: false,
  // A retry would hide a race.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000, video: 'off', trace: 'off', screenshot: 'off' },
})
