import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Snapshot } from './snapshot.ts';

// A checkpoint is a line `{ sha256, bytes }` about what follows it, a line of JSON, and the float32
// arrays one after the other: weights, then moments.

/**
 * Writes a checkpoint under a temporary name and renames it, so that the file is whole or absent.
 *
 * @param path Name of the file.
 * @param snapshot The training between two epochs.
 * @param recipe What the training is: a checkpoint is only continued under the same recipe.
 */
export function writeCheckpoint(path: string, snapshot: Snapshot, recipe: string): void {
  const { weights, optimiser, ...rest } = snapshot;
  const arrays = [...weights.map(({ values }) => values), ...optimiser.moments];
  const head: Head = {
    recipe,
    ...rest,
    weights: weights.map(({ name, shape, trainable }) => ({ name, shape, trainable })),
    steps: optimiser.steps,
    lengths: arrays.map((array) => array.length),
  };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  ]);
  const seal = `${JSON.stringify({ sha256: sha256(body), bytes: body.length })}\n`;
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(seal), body]));
    renameSync(temporary, path);
  } catch (error) {
    // A full disk: what was written is of no use.
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Reads a checkpoint.
 *
 * @param path Name of the file.
 * @param recipe What the training is.
 * @returns The training between two epochs, or a clause that says why the file is of no use.
 */
export function readCheckpoint(path: string, recipe: string): Snapshot | string {
  const body = sealedBody(readFileSync(path));
  if (body === undefined) return 'it is damaged';
  const end = body.indexOf('\n');
  const head = JSON.parse(body.toString('utf8', 0, end)) as Head;
  if (head.recipe !== recipe) return 'it belongs to other settings';
  const arrays = splitArrays(body.subarray(end + 1), head.lengths);
  const weights = head.weights.map((spec, i) => ({ ...spec, values: arrays[i] }));
  return {
    epoch: head.epoch,
    history: head.history,
    parameters: head.parameters,
    weights,
    optimiser: { steps: head.steps, moments: arrays.slice(weights.length) },
  };
}

type Head = Omit<Snapshot, 'weights' | 'optimiser'> & {
  recipe: string;
  weights: Omit<Snapshot['weights'][number], 'values'>[];
  steps: number;
  lengths: number[];
};

function sealedBody(file: Buffer): Buffer | undefined {
  const end = file.indexOf('\n');
  const seal = end < 0 ? '' : file.toString('utf8', 0, end);
  const body = file.subarray(end + 1);
  const expected = JSON.stringify({ sha256: sha256(body), bytes: body.length });
  return seal === expected ? body : undefined;
}

function splitArrays(bytes: Buffer, lengths: readonly number[]): Float32Array[] {
  let position = 0;
  return lengths.map((length) => {
    const array = new Float32Array(length);
    const view = Buffer.from(array.buffer);
    position += bytes.copy(view, 0, position, position + view.length);
    return array;
  });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
