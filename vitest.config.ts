import { defineConfig } from 'vitest/config';

// Tests run against the TypeScript sources; worker threads and stage processes run dist/.
const conditions = ['@deelema/source', 'module', 'node', 'development|production'];

const ALL = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];

/** Packages whose tests choose a TensorFlow.js backend, which is one for all files that share a process's modules. */
const WITH_BACKENDS = ['cli', 'deelema', 'tfjs-onnxruntime', 'train', 'trained-model'].map(
  (name) => `packages/${name}/test/**/*.test.ts`
);

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    // The tests of whole runs wait for their child processes most of the time.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'backends', include: WITH_BACKENDS },
      },
      {
        extends: true,
        // Modules are loaded once per process instead of once per file, which takes a quarter of the time.
        test: { name: 'others', include: ALL, exclude: WITH_BACKENDS, isolate: false },
      },
    ],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { requireAssertions: true },
  },
});
