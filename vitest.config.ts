import path from 'node:path'
import { defineConfig } from 'vitest/config'

const everywhere = '{app,bench,components,e2e,lib,messages,scripts}/**/'
const ignored = ['**/node_modules/**', '**/.next/**', '**/.pronto/**']
const alias = { '@': path.resolve(import.meta.dirname) }

/** A file's name says what its tests need: nothing, PostgreSQL, a media server too, or the launcher. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${everywhere}*.test.{ts,tsx}`],
          exclude: [...ignored, '**/*.{db,media,launcher}.test.{ts,tsx}'],
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
          testTimeout: 30_000,
          hookTimeout: 30_000,
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
