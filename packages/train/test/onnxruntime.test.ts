import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Training } from '@deelema/records';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../src/backend/choice.mjs';
import { stage } from '../src/index.ts';
import { outputBytes, stageContext, temporaryFolder, toyEvents, writeInputs } from './support.ts';

/** Four steps of 52 and 53 events: graphs of two shapes. Four epochs, each with another learning rate. */
const SETTINGS = {
  backend: 'onnxruntime',
  threads: 2,
  batch: 64,
  epochs: 4,
  standardise: true,
} as const;
const STEPS = 4;

let folder: ReturnType<typeof temporaryFolder>;
let dir: string;

beforeAll(async () => {
  folder = temporaryFolder();
  dir = folder.dir;
  await writeInputs(join(dir, 'input'), toyEvents(300));
  await stage.run(stageContext(dir, 'plain', SETTINGS));
});
afterAll(() => folder.remove());

const readTraining = (name: string) =>
  JSON.parse(readFileSync(join(dir, name, 'training.json'), 'utf8')) as Training;

describe('a training on onnxruntime', () => {
  it('records what computed: engine, provider, threads and device', () => {
    const { backend, settings } = readTraining('plain');
    expect(backend).toEqual(chooseBackend({ ...SETTINGS, provider: 'cpu' }).backend);
    expect(backend).toMatchObject({ name: 'onnxruntime', provider: 'cpu', threads: 2 });
    expect(settings).toMatchObject(SETTINGS);
  });

  it('writes the same bytes twice, from graphs that are compiled anew', async () => {
    await stage.run(stageContext(dir, 'again', SETTINGS));
    expect(outputBytes(dir, 'again')).toEqual(outputBytes(dir, 'plain'));
  });

  it('takes the same steps as on wasm', async () => {
    await stage.run(stageContext(dir, 'wasm', { ...SETTINGS, backend: 'wasm' }));
    const values = (name: string) =>
      readTraining(name).history.flatMap(({ trainLoss, validationLoss, masses }) => [
        trainLoss,
        validationLoss!,
        masses.A,
        masses.B,
      ]);
    const expected = values('wasm');
    // Rounding differs in the last of seven digits and grows over the 16 steps.
    values('plain').forEach((value, i) => expect(value / expected[i]).toBeCloseTo(1, 4));
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await stage.run(stageContext(dir, 'memory', SETTINGS));
    expect(memory().numTensors).toBe(before);
  });

  it('trains with batch normalisation', async () => {
    await stage.run(stageContext(dir, 'normalised', { ...SETTINGS, batchNormalisation: true }));
    const { history } = readTraining('normalised');
    expect(history.at(-1)!.trainLoss).toBeLessThan(history[0].trainLoss);
  });

  it('says in which step it diverged', async () => {
    const settings = { ...SETTINGS, learningRate: 1e30, distance: 'l2' } as const;
    const told = stageContext(dir, 'diverged', settings);
    const diverged = /the loss became (NaN|Infinity) in epoch 1, step (\d) of 4;/;
    const error = (await stage.run(told).catch((error: unknown) => error)) as Error;
    const [, , step] = diverged.exec(error.message)!;
    // Every step before it was shown.
    expect(told.told.notes).toHaveLength(Number(step) - 1);
  });
});

describe('a training on onnxruntime that is interrupted', () => {
  it.each([1, 2, 3, 4])('in epoch %i gives the same bytes when continued', async (epoch) => {
    const controller = new AbortController();
    const scratch = join(dir, `scratch-${epoch}`);
    const onAdd = (note?: string): void => {
      if (note?.startsWith(`epoch ${epoch}/`)) controller.abort();
    };
    const options = { signal: controller.signal, scratch, onAdd };
    const cut = stageContext(dir, `cut-${epoch}`, SETTINGS, options);
    await expect(stage.run(cut)).rejects.toMatchObject({ name: 'AbortError' });
    expect(cut.told.notes).toHaveLength((epoch - 1) * STEPS + 1);
    expect(readdirSync(cut.out.dir)).toEqual([]);
    const name = `continued-${epoch}`;
    const result = await stage.run(stageContext(dir, name, SETTINGS, { scratch }));
    expect(result?.record).toMatchObject({ resumedAfterEpoch: epoch - 1 });
    expect(outputBytes(dir, name)).toEqual(outputBytes(dir, 'plain'));
  });
});
