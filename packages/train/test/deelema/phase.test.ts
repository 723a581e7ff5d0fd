import { readdirSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBackend } from '../../src/backend.ts';
import { roundsOf, trainPhase } from '../../src/deelema/phase.ts';
import type { Phase, PhaseContext } from '../../src/deelema/phase.ts';
import { openCheckpoints } from '../../src/learning/checkpoints.ts';
import { densityConfig, temporaryFolder, toyEvents } from '../support.ts';
import { prepare } from './support.ts';

let undisturbed: ReturnType<typeof run>;
let parts: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  await useBackend({ backend: 'onnxruntime', provider: 'cpu', threads: 1 }, () => undefined);
  parts = await prepare(toyEvents(60), densityConfig({ batch: 8, draws: 2, width: 4, layers: 1 }));
  folder = temporaryFolder();
  undisturbed = run();
  await undisturbed;
  folder.remove();
});

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

/** 220 steps: three rounds, the last one shorter. */
function phase(changes: Partial<Phase> = {}): Phase {
  const all = Uint32Array.from({ length: 60 }, (_, i) => i);
  return {
    name: 'measure 1',
    steps: 220,
    learningRate: 0.01,
    events: all.subarray(0, 40),
    heldOut: all.subarray(40),
    settings: () => parts.settings,
    prepare: (parameters) => parameters,
    ...changes,
  };
}

const logs: string[] = [];
const run = (changes: Partial<Phase> = {}, context: Partial<PhaseContext> = {}) => {
  const checkpoints = openCheckpoints(folder.dir, 'measure-1', 'recipe', (line) => logs.push(line));
  const start = parts.beginning('phase');
  return trainPhase(phase(changes), start, { ...parts.context, ...context }, checkpoints);
};

describe('trainPhase', () => {
  it('takes its steps in rounds, each with a smaller rate and a word in the history', async () => {
    const { snapshot, resumedAfter } = await undisturbed;
    expect(resumedAfter).toBe(0);
    expect(snapshot.epoch).toBe(roundsOf(220));
    expect(snapshot.optimiser.steps).toBe(220);
    // 1 − steps done/220.
    const rates = snapshot.history.map(({ learningRate }) => learningRate / 0.01);
    [1, 120 / 220, 20 / 220].forEach((rate, i) => expect(rates[i]).toBeCloseTo(rate, 12));
    const [first, , last] = snapshot.history;
    expect(first.phase).toBe('measure 1');
    expect(last.trainLoss).toBeLessThan(first.trainLoss);
    expect(last.validationLoss).not.toBeNull();
    expect(Object.keys(last.masses)).toEqual(['A', 'B']);
    expect(last.masses.A).toBeGreaterThan(last.masses.B);
    // What the snapshot carries beside the parameters of the model.
    expect(snapshot.parameters).toHaveLength(5);
    expect(snapshot.parameters[4]).toBe(1000);
  });

  it('gives the same bits when it is stopped in any round and continued', async () => {
    const { snapshot } = await undisturbed;
    for (const [stopped, after] of [
      [150, 1],
      [110, 2],
    ]) {
      const controller = new AbortController();
      let steps = 0;
      const add = (): void => {
        if (++steps === stopped) controller.abort();
      };
      const progress = { ...parts.context.progress, add };
      const cut = run({}, { progress, signal: controller.signal });
      await expect(cut).rejects.toMatchObject({ name: 'AbortError' });
      expect(readdirSync(folder.dir)).toHaveLength(after);
    }
    const continued = await run();
    expect(continued.resumedAfter).toBe(2);
    expect(continued.snapshot).toEqual(snapshot);
    // What is done is not done again.
    expect(await run()).toEqual({ snapshot, resumedAfter: 3 });
  });

  it('stops at a loss that is no number, names phase and step, and keeps the last checkpoint', async () => {
    // A resolution of e¹⁰⁰⁰ GeV from the third round on.
    const prepare = (parameters: readonly number[], round: number): readonly number[] =>
      round === 2 ? parameters.map((value, i) => (i === 2 ? 1000 : value)) : parameters;
    const diverged = run({ prepare });
    await expect(diverged).rejects.toMatchObject({ exitCode: 1 });
    await expect(diverged).rejects.toThrow(
      /^The training stopped because the loss became (NaN|Infinity|-Infinity) in "measure 1", step 201; the checkpoint before it was kept: try a smaller train\.learningRate\.$/
    );
    expect(readdirSync(folder.dir).sort()).toEqual([
      'measure-1-000001.checkpoint',
      'measure-1-000002.checkpoint',
    ]);
    const healed = await run();
    expect(healed.resumedAfter).toBe(2);
    expect(healed.snapshot.history).toHaveLength(3);
  });
});
