import { defineConfig } from 'vitest/config';

/** Two cores, no real-time sleeps: a test that needs longer than this hangs. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    sequence: { hooks: 'list' },
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.brygga-build/test-results.json' }]] : ['default'],
  },
});
