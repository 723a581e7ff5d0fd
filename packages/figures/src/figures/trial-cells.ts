import type { DataRow } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import type { MassPoint } from './mass-points.ts';

export type Solvability = NonNullable<NonNullable<Evaluation['measurements']>['solvability']>;

/** The trial masses with a fraction: B along x, A along y, as in the other figures from left to right. */
export function trialCells({ map }: Solvability) {
  const { mA, mB, fractions } = map;
  const [a, b] = [cellEdges(mA), cellEdges(mB)];
  return fractions.flatMap((fraction, index) => {
    if (fraction === null) return [];
    const [i, j] = [index % mA.length, Math.floor(index / mA.length)];
    const edges = { x: b[j], x2: b[j + 1], y: a[i], y2: a[i + 1] };
    return [{ mA: mA[i], mB: mB[j], edges, fraction }];
  });
}

/** Trial masses with their fractions, then the masses by each method with their errors; GeV. */
export function trialRows(solvability: Solvability, points: readonly MassPoint[]): DataRow[] {
  const panel = 'Trial masses *m*_{B}, *m*_{A} [GeV]';
  return [
    ...trialCells(solvability).map(({ mA, mB, fraction }) => {
      return { panel, series: 'trial masses', mB, mBError: null, mA, mAError: null, fraction };
    }),
    ...points.map(({ method, mA, mB }) => {
      const masses = { mB: mB.value, mBError: mB.error, mA: mA.value, mAError: mA.error };
      return { panel, series: method, ...masses, fraction: null };
    }),
  ];
}

/** Half-way between the trial masses, and as far beyond the first and the last. */
function cellEdges(masses: readonly number[]): number[] {
  const last = masses.length - 1;
  const between = masses.slice(1).map((mass, i) => (masses[i] + mass) / 2);
  return [2 * masses[0] - between[0], ...between, 2 * masses[last] - between[last - 1]];
}

/** The ends of the axis of the trial masses, GeV. */
export function ends(masses: readonly number[]): [number, number] {
  const edges = cellEdges(masses);
  return [edges[0], edges[edges.length - 1]];
}
