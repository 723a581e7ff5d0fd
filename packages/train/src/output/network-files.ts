import { writeFile } from 'node:fs/promises';
import type { Weight } from '@deelema/deelema';
import type { ModelSettings } from '../learning/model.ts';
import type { Snapshot } from '../learning/snapshot.ts';

/** Where one array stands in `weights.bin`. */
export interface WeightLayout {
  readonly name: string;
  readonly shape: readonly number[];
  /** In bytes. */
  readonly offset: number;
}

/**
 * Writes the trained network: what it is as JSON, its weights as little-endian float32.
 *
 * @param paths Of `model.json` and `weights.bin`.
 * @param settings What the model is.
 * @param snapshot The training after the last epoch.
 */
export async function writeNetwork(
  paths: { readonly model: string; readonly weights: string },
  settings: ModelSettings,
  { weights, deltas, history }: Snapshot
): Promise<void> {
  const { architecture, standardisation, completion, mC, scale } = settings;
  const { mA, mB } = history.at(-1)!;
  const model = {
    schemaVersion: 1,
    architecture: { ...architecture, activation: 'GELU (tanh approximation)' },
    completion,
    mC,
    scale,
    standardisation: standardisation ?? null,
    auxiliary: { ...deltas, mA, mB },
    weights: { type: 'float32', byteOrder: 'little-endian', arrays: layout(weights) },
  };
  await writeFile(paths.model, `${JSON.stringify(model, null, 2)}\n`);
  await writeFile(paths.weights, littleEndian(weights));
}

function layout(weights: readonly Weight[]): WeightLayout[] {
  let offset = 0;
  return weights.map(({ name, shape, values }) => {
    const entry = { name, shape, offset };
    offset += values.byteLength;
    return entry;
  });
}

function littleEndian(weights: readonly Weight[]): Buffer {
  const bytes = Buffer.alloc(weights.reduce((sum, { values }) => sum + values.byteLength, 0));
  let position = 0;
  for (const { values } of weights) {
    for (const value of values) position = bytes.writeFloatLE(value, position);
  }
  return bytes;
}
