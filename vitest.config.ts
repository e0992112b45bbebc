import path from 'node:path'
import { defineConfig } from 'vitest/config'

const everywhere = '{app,bench,components,e2e,lib,messages,scripts}/**/'
const ignored = ['**/node_modules/**', '**/.next/**', '**/.pronto/**']
const alias = { '@': path.resolve(import.meta.dirname) }

/** The totem's own style sheets are measured: by the names that they have in them, or none would be found. */
const measuredStyle = { include: /.+/, modules: { classNameStrategy: 'non-scoped' as const } }

/** A file's name says what its tests need: nothing, PostgreSQL, a media server too, a browser to look at screens with, or the launcher. */
export default defineConfig({
  resolve: { alias },
  test: {
    // One for each core. Vitest's own choice leaves one free, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${everywhere}*.test.{ts,tsx}`],
          exclude: [...ignored, '**/*.{db,media,launcher,screens}.test.{ts,tsx}'],
          setupFiles: ['scripts/testing/no-stray-errors.ts'],
          // Properties take seconds, and more on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${everywhere}*.db.test.ts`],
          exclude: ignored,
          globalSetup: ['scripts/testing/services.ts'],
          setupFiles: ['scripts/testing/fresh-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'media',
          include: [`${everywhere}*.media.test.ts`],
          exclude: ignored,
          globalSetup: ['scripts/testing/services.ts'],
          setupFiles: ['scripts/testing/fresh-database.ts'],
          // Times and rates are measured, with nothing else at work; so these come after all that may share the cores.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: [`${everywhere}*.screens.test.tsx`],
          exclude: ignored,
          css: measuredStyle,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'drawing',
          include: [`${everywhere}*.drawing.tsx`],
          exclude: ignored,
          css: measuredStyle,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'launcher',
          include: ['scripts/**/*.launcher.test.ts'],
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
