import { defineConfig } from 'vitest/config';

/** Tests side by side in one file hold an installation each: not more at a time than two cores bear. */
const browser = { globalSetup: ['test/e2e/unpack-browser.ts'], maxWorkers: 2, maxConcurrency: 3 };

/**
 * Two cores, no real-time sleeps: a test that needs longer than this hangs. `npm test` runs the parts and the whole;
 * `npm run test:all`, and so CI, also the crash tests and the clauses of the requirements.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.brygga-build/test-results.json' }]] : ['default'],
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'test/requirements/**', 'test/crash/**'] } },
      { extends: true, test: { name: 'whole', include: ['test/e2e/**/*.test.ts'], ...browser } },
      { extends: true, test: { name: 'requirements', include: ['test/requirements/**/*.test.ts'], ...browser } },
      { extends: true, test: { name: 'crash', include: ['test/crash/**/*.test.ts'] } },
    ],
  },
});
