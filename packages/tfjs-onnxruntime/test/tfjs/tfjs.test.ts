import { beforeAll, describe, expect, it } from 'vitest';
import { runInNode } from '../support/node.ts';
import type { SpecOutcome } from './jasmine.ts';
import { listing } from './listing.ts';
import { isDecided, reasonOf } from './reasons.ts';

// The tests that @tensorflow/tfjs-core 4.22 publishes for whoever writes a backend, in Jasmine as they
// are; expected values and tolerances are theirs.
describe("TensorFlow.js's own tests of a backend", () => {
  let outcomes: readonly SpecOutcome[];

  beforeAll(async () => {
    const ended = await runInNode<SpecOutcome[]>(new URL('./run-specs.ts', import.meta.url), {
      preload: ['../tfjs/core-modules.mjs'],
    });
    expect(ended).toMatchObject({ code: 0 });
    outcomes = ended.message!.filter(isDecided);
  });

  it('run, and most of them pass', () => {
    const passed = outcomes.filter(({ status }) => status === 'passed');
    expect(outcomes.length).toBeGreaterThan(3700);
    expect(passed.length / outcomes.length).toBeGreaterThan(0.85);
  });

  it('fail for known reasons only', () => {
    const unexplained = outcomes.filter(
      (outcome) => outcome.status === 'failed' && reasonOf(outcome) === undefined
    );
    const lines = unexplained.map(
      ({ suite, spec, messages }) => `${suite}: ${spec}: ${messages[0]}`
    );
    expect(lines).toEqual([]);
  });

  // "npx vitest run packages/tfjs-onnxruntime/test/tfjs -u" writes the list anew.
  it('pass except for those listed, and none of those passes', async () => {
    await expect(listing(outcomes, reasonOf)).toMatchFileSnapshot('./not-passing.txt');
  });
});
