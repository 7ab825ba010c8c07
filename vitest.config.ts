import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The same for all projects: they take turns in one queue. Each may hold an installation. */
const maxWorkers = Math.min(4, Math.max(2, availableParallelism() - 1));
/** Years of clock: within `npm run test:all`, not within the time of `npm test`. */
const long = ['test/e2e/retention.test.ts'];
/** Tests side by side in one file hold an installation each: not more at a time than two cores bear. */
const browser = { globalSetup: ['test/e2e/unpack-browser.ts'], maxConcurrency: 3 };

/**
 * Two cores, no real-time sleeps: a test that needs longer than this hangs. `npm test` and CI run the parts and the
 * whole; `npm run test:all` also the long ones, the clauses of the requirements and the crash tests.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.brygga-build/test-results.json' }]] : ['default'],
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'test/requirements/**', 'test/crash/**'] } },
      { extends: true, test: { name: 'whole', include: ['test/e2e/**/*.test.ts'], exclude: long, ...browser } },
      { extends: true, test: { name: 'long', include: long, ...browser } },
      { extends: true, test: { name: 'requirements', include: ['test/requirements/**/*.test.ts'], ...browser } },
      { extends: true, test: { name: 'crash', include: ['test/crash/**/*.test.ts'], maxWorkers: 1 } },
    ],
  },
});
