import { boost } from '@deelema/kinematics';
import { OnShellSolver, SOLUTION, TRIAL, VISIBLE } from '@deelema/mass-variables';
import { describe, expect, it } from 'vitest';
import { countByScan } from './support/count-by-scan.ts';
import { trueAntlers, violation, type TrueAntler } from './support/true-antlers.ts';

const MASSES = {
  toy: { A: 1000, B: 800, C: 700, a: 0, b: 0 },
  top: { A: 173, B: 80.4, C: 0, a: 4.7, b: 0 },
  massive: { A: 500, B: 300, C: 100, a: 90, b: 80 },
} as const;

const solver = new OnShellSolver();

/** Solves an antler; rows of `SOLUTION`, in the order of the angle they are found at. */
function solutionsOf({ visible, trial }: Omit<TrueAntler, 'invisible'>): Float64Array[] {
  solver.visible.set(visible);
  solver.trial.set(trial);
  solver.prepare();
  const count = solver.solve();
  return Array.from({ length: count }, (_, k) =>
    solver.solutions.slice(k * SOLUTION.length, (k + 1) * SOLUTION.length)
  );
}

/** Largest difference of two rows of momenta, relative to the largest energy. */
function distance(one: Float64Array, two: Float64Array): number {
  const size = Math.max(one[SOLUTION.k1E], one[SOLUTION.k2E]);
  let largest = 0;
  for (let c = 0; c < SOLUTION.jacobian; ++c) {
    largest = Math.max(largest, Math.abs(one[c] - two[c]) / size);
  }
  return largest;
}

describe.each(Object.entries(MASSES))('OnShellSolver, %s antlers', (name, masses) => {
  const antlers = trueAntlers(name, 500, masses);

  it('finds the true momenta of every event', () => {
    const distances = antlers.map((antler) =>
      Math.min(...solutionsOf(antler).map((k) => distance(k, antler.invisible)))
    );
    // Where two solutions nearly merge, rounding moves them by its square root.
    expect(Math.max(...distances)).toBeLessThan(1e-6);
    expect(distances.sort((x, y) => x - y)[250]).toBeLessThan(1e-13);
  });

  it('fulfils all eight conditions in every solution', () => {
    const violations = antlers.flatMap((antler) =>
      solutionsOf(antler).map((k) => violation(antler, k))
    );
    // Solutions at shifted angles have energies of thousands of masses: their squares lose seven digits.
    expect(Math.max(...violations)).toBeLessThan(1e-6);
    expect(violations.sort((x, y) => x - y)[Math.floor(0.9 * violations.length)]).toBeLessThan(
      1e-13
    );
  });

  it('counts as many solutions as a walk along the ellipse of arXiv:1305.1878, at any masses', () => {
    const seen = new Set<number>();
    let different = 0;
    antlers.slice(0, 200).forEach(({ visible, trial }, i) => {
      const shifted = trial.map((m, k) => m * (k === 2 || k === 5 ? 1 : 1 + 0.1 * Math.sin(i + k)));
      const count = solutionsOf({ visible, trial: shifted }).length;
      expect(solver.count()).toBe(count);
      if (countByScan(visible, shifted, 20_000) !== count) ++different;
      seen.add(count);
    });
    // A step of the walk may hide two solutions.
    expect(different).toBeLessThanOrEqual(1);
    expect([...seen].sort()).toEqual([0, 2, 4]);
  });

  it('gives E₁E₂|det J| as differences do', () => {
    const ratios = antlers
      .slice(0, 100)
      .flatMap((antler) =>
        solutionsOf(antler).map((k) => k[SOLUTION.jacobian] / numericJacobian(antler, k))
      );
    // Central differences of step 1e-5: their rounding, larger where J nearly vanishes.
    const off = ratios.map((ratio) => Math.abs(ratio - 1)).sort((x, y) => x - y);
    expect(off[Math.floor(0.95 * off.length)]).toBeLessThan(1e-4);
  });
});

describe('OnShellSolver', () => {
  const antlers = trueAntlers('invariance', 100, MASSES.massive);

  it.each([1e-6, 1e6])('scales with all momenta and masses: %s', (scale) => {
    for (const { visible, trial } of antlers) {
      const plain = solutionsOf({ visible, trial });
      const scaled = solutionsOf({
        visible: visible.map((p) => p * scale),
        trial: trial.map((m) => m * scale),
      });
      expect(scaled).toHaveLength(plain.length);
      // As above: nearly merged solutions move by the root of rounding.
      plain.forEach((k, i) =>
        expect(
          distance(
            k,
            scaled[i].map((p) => p / scale)
          )
        ).toBeLessThan(1e-6)
      );
    }
  });

  it('follows a boost along the beams, with the same E₁E₂|det J|', () => {
    for (const { visible, trial } of antlers) {
      const rows = solutionsOf({ visible, trial });
      const boosted = solutionsOf({ visible: boostedAlongZ(visible, 16), trial });
      expect(boosted).toHaveLength(rows.length);
      for (const k of rows) {
        const there = boostedAlongZ(k, SOLUTION.jacobian);
        const nearest = boosted.reduce((best, one) =>
          distance(there, one) < distance(there, best) ? one : best
        );
        expect(distance(there, nearest)).toBeLessThan(1e-6);
        expect(nearest[SOLUTION.jacobian] / k[SOLUTION.jacobian]).toBeCloseTo(1, 3);
      }
    }
  });

  it('gives the same with the branches exchanged', () => {
    for (const { visible, trial } of antlers) {
      const rows = solutionsOf({ visible, trial });
      const other = solutionsOf({ visible: exchanged(visible), trial });
      expect(other).toHaveLength(rows.length);
      for (const k of rows) {
        const swapped = Float64Array.of(...k.subarray(4, 8), ...k.subarray(0, 4), 0);
        expect(Math.min(...other.map((one) => distance(swapped, one)))).toBeLessThan(1e-6);
      }
    }
  });

  it('finds nothing where a number is NaN, where a and b are one massless line, or all in a plane', () => {
    const { visible, trial } = antlers[0];
    const withNaN = visible.with(VISIBLE.b2y, NaN);
    const collinear = Float64Array.from(visible);
    collinear.set([5, 3, 4, 0, 10, 6, 8, 0], VISIBLE.a1E);
    const planar = Float64Array.from(visible, (p, k) => (k < 16 && k % 4 === 3 ? 0 : p));
    for (const bad of [withNaN, collinear, planar]) {
      solver.visible.set(bad);
      solver.trial.set(trial);
      expect(solver.prepare()).toBe(false);
      expect(solver.solve()).toBe(0);
      expect(solver.count()).toBe(0);
    }
  });

  it('finds nothing where a decay is closed', () => {
    const { visible, trial } = antlers[0];
    expect(solutionsOf({ visible, trial: trial.with(TRIAL.B2, trial[TRIAL.C2]) })).toEqual([]);
    expect(solutionsOf({ visible, trial: trial.with(TRIAL.A1, trial[TRIAL.B1]) })).toEqual([]);
  });
});

function boostedAlongZ(row: Float64Array, end: number): Float64Array {
  const out = row.slice();
  for (let at = 0; at < end; at += 4) {
    boost(row[at], row[at + 1], row[at + 2], row[at + 3], 1, 0, 0, 0.6, out, at);
  }
  return out;
}

function exchanged(visible: Float64Array): Float64Array {
  const out = visible.slice();
  out.set(visible.subarray(VISIBLE.a2E, VISIBLE.ptmissX), VISIBLE.a1E);
  out.set(visible.subarray(VISIBLE.a1E, VISIBLE.a2E), VISIBLE.a2E);
  return out;
}

/** E₁E₂|det J| from central differences of the four squared masses. */
function numericJacobian({ visible: v, trial }: TrueAntler, k: Float64Array): number {
  const [x, y, z1, z2] = [k[SOLUTION.k1x], k[SOLUTION.k1y], k[SOLUTION.k1z], k[SOLUTION.k2z]];
  const masses = (at: number[]): number[] => {
    const [qx, qy] = [v[VISIBLE.ptmissX] - at[0], v[VISIBLE.ptmissY] - at[1]];
    const one = Math.hypot(trial[TRIAL.C1], at[0], at[1], at[2]);
    const two = Math.hypot(trial[TRIAL.C2], qx, qy, at[3]);
    const b1 = v.subarray(VISIBLE.b1E);
    const b2 = v.subarray(VISIBLE.b2E);
    const p1 = [0, 1, 2, 3].map((c) => v[VISIBLE.a1E + c] + b1[c]);
    const p2 = [0, 1, 2, 3].map((c) => v[VISIBLE.a2E + c] + b2[c]);
    const square = (p: ArrayLike<number>, q: number[]): number =>
      (p[0] + q[0]) ** 2 - (p[1] + q[1]) ** 2 - (p[2] + q[2]) ** 2 - (p[3] + q[3]) ** 2;
    const [k1, k2] = [
      [one, at[0], at[1], at[2]],
      [two, qx, qy, at[3]],
    ];
    return [square(b1, k1), square(p1, k1), square(b2, k2), square(p2, k2)];
  };
  const step = 1e-5 * trial[TRIAL.A1];
  const columns = [0, 1, 2, 3].map((j) => {
    const shifted = (by: number): number[] =>
      masses([x, y, z1, z2].map((value, i) => (i === j ? value + by : value)));
    const [up, down] = [shifted(step), shifted(-step)];
    return up.map((value, i) => (value - down[i]) / (2 * step));
  });
  return k[SOLUTION.k1E] * k[SOLUTION.k2E] * Math.abs(determinant(columns));
}

function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 1) return rows[0][0];
  return rows[0].reduce((sum, value, j) => {
    const minor = rows.slice(1).map((row) => row.filter((_, c) => c !== j));
    return sum + (j % 2 === 0 ? 1 : -1) * value * determinant(minor);
  }, 0);
}
