import { defineConfig } from 'vitest/config';

/** Two cores, no real-time sleeps: a test that needs longer than this hangs. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.brygga-build/test-results.json' }]] : ['default'],
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'test/requirements/**'] } },
      { extends: true, test: { name: 'whole', include: ['test/e2e/**/*.test.ts', 'test/requirements/**/*.test.ts'], globalSetup: ['test/e2e/unpack-browser.ts'], maxWorkers: 2 } },
    ],
  },
});
