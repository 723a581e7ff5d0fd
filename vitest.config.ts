import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests run against the TypeScript sources; worker threads and stage processes run dist/.
const conditions = ['@deelema/source', 'module', 'node', 'development|production'];

/** The tests of whole workspaces take minutes: begun last, one would run alone in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      ['/test/nx/cache', '/test/nx/', '/test/cli/', ''].findIndex((part) =>
        moduleId.includes(part)
      );
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    sequence: { sequencer: LongestFirst },
    // The tests of whole runs wait for their child processes most of the time.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { requireAssertions: true },
  },
});
