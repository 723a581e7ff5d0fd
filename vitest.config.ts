import { defineConfig } from 'vitest/config';

// Tests run against the TypeScript sources; worker threads and stage processes run dist/.
const conditions = ['@deelema/source', 'module', 'node', 'development|production'];

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    // The tests of whole runs wait for their child processes most of the time.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { requireAssertions: true },
  },
});
