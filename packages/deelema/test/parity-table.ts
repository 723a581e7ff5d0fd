import { readFileSync } from 'node:fs';
import { weightSpecs } from '../src/index.ts';
import type { Architecture, DistanceName, Weight } from '../src/index.ts';

type Matrix = number[][];

/** Loss and gradients by PyTorch: layers in order, W as [inputs][outputs]. */
export interface ReferenceLoss {
  loss: number;
  gradDeltaA: number;
  gradDeltaB: number;
  gradW: Matrix[];
  gradb: number[][];
}

/** The reference table, see `test/reference/README.md`; units TeV. */
export interface ParityTable {
  mC: number;
  deltaA: number;
  deltaB: number;
  x: Matrix;
  weights: { W: Matrix; b: number[] }[];
  losses: Record<DistanceName, ReferenceLoss>;
  output: Matrix;
  q1: Matrix;
  q2: Matrix;
  mA1: number[];
  mA2: number[];
  mB1: number[];
  mB2: number[];
  auxA: number;
  auxB: number;
  pairingBlindL1: { loss: number; gradDeltaA: number; gradDeltaB: number; perEvent: Matrix };
}

const path = new URL('../../../test/reference/deelema-parity.json', import.meta.url);

export const TABLE = JSON.parse(readFileSync(path, 'utf8')) as ParityTable;

/** The table's network: 16 → 8 → 8 → 4. */
export const ARCHITECTURE: Architecture = {
  inputs: 16,
  layers: 2,
  width: 8,
  outputs: 4,
  batchNormalisation: false,
};

/** The table's weights as the package takes them. */
export function tableWeights(): Weight[] {
  const arrays = TABLE.weights.flatMap(({ W, b }) => [W.flat(), b]);
  return weightSpecs(ARCHITECTURE).map((spec, i) => ({
    ...spec,
    values: Float32Array.from(arrays[i]),
  }));
}
