import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoints } from '../src/learning/checkpoints.ts';
import type { Snapshot } from '../src/learning/snapshot.ts';
import { temporaryFolder } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
let logs: string[];
beforeEach(() => {
  folder = temporaryFolder();
  logs = [];
});
afterEach(() => folder.remove());

const open = (recipe = 'recipe', phase = 'measure-1') =>
  openCheckpoints(folder.dir, phase, recipe, (line) => logs.push(line));

function snapshot(epoch: number): Snapshot {
  return {
    epoch,
    history: [
      {
        phase: 'measure 1',
        epoch,
        learningRate: 0.1 / 3,
        trainLoss: 1 / 7,
        validationLoss: null,
        masses: { A: 990.1, B: 800 },
        resolutions: { A: 20, B: 10 / 3 },
      },
    ],
    parameters: [Math.fround(-2.3), Math.fround(0.7), 1e-300],
    weights: [
      { name: 'w', shape: [2, 1], trainable: true, values: Float32Array.of(epoch, 1e-30) },
      { name: 'b', shape: [1], trainable: false, values: Float32Array.of(-0) },
    ],
    optimiser: { steps: 14, moments: [Float32Array.of(1, 2), Float32Array.of(3, 4)] },
  };
}

const name = (epoch: number): string => `measure-1-00000${epoch}.checkpoint`;
const path = (epoch: number): string => join(folder.dir, name(epoch));

describe('checkpoints', () => {
  it('give back exactly what was saved, from another process', () => {
    open().save(snapshot(3));
    expect(open().latest()).toEqual(snapshot(3));
    expect(logs).toEqual([]);
  });

  it('are none in an empty folder', () => {
    expect(open().latest()).toBeUndefined();
  });

  it('keep the last two and no temporary file', () => {
    for (const epoch of [1, 2, 3]) open().save(snapshot(epoch));
    expect(readdirSync(folder.dir).sort()).toEqual([name(2), name(3)]);
  });

  it.each([
    ['cut off', () => truncateSync(path(2), 100)],
    ['empty', () => writeFileSync(path(2), '')],
    [
      'changed in one bit',
      () => {
        const bytes = readFileSync(path(2));
        bytes[bytes.length - 3] ^= 1;
        writeFileSync(path(2), bytes);
      },
    ],
  ])('fall back to the previous one, with a line, if the last is %s', (_how, damage) => {
    open().save(snapshot(1));
    open().save(snapshot(2));
    damage();
    expect(open().latest()?.epoch).toBe(1);
    expect(logs).toEqual([`ignoring the checkpoint ${name(2)}: it is damaged`]);
  });

  it('pass over those of other settings', () => {
    open('other recipe').save(snapshot(1));
    expect(open().latest()).toBeUndefined();
    expect(logs).toEqual([`ignoring the checkpoint ${name(1)}: it belongs to other settings`]);
  });

  it('of other phases are left alone, and removed by none', () => {
    for (const phase of ['measure-2', 'measure', '1']) open('recipe', phase).save(snapshot(9));
    for (const epoch of [1, 2, 3]) open().save(snapshot(epoch));
    expect(open().latest()?.epoch).toBe(3);
    expect(open('recipe', 'measure-2').latest()?.epoch).toBe(9);
    expect(logs).toEqual([]);
  });

  it('pass over a file that was never renamed', () => {
    open().save(snapshot(1));
    writeFileSync(`${path(2)}.part`, 'half');
    expect(open().latest()?.epoch).toBe(1);
  });
});
