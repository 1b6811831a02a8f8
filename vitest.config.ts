import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/database-template.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // Hundreds of times a process of the product is started: what it compiled is there for the next one.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,dev,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', '**/*.slow.test.{ts,tsx}'],
          // Starting a process and loading the program for each file would take longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['test/e2e/**/*.test.{ts,tsx}', '**/*.slow.test.{ts,tsx}'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // A browser on a machine that others share now and then waits in vain. What fails twice is a fault; what failed once is named.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
})
