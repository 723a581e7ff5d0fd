import { fourMomenta, type EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import { simulateCascades, type CascadeBranch, type CascadeSettings } from '../../src/index.ts';

/** The antler of PRR 5, 043186, as two chains; branch 1 or 2. */
export function antlerBranch(i: 1 | 2, [mA, mB, mC] = [1000, 800, 700]): CascadeBranch {
  return {
    steps: [
      { mass: mA, visibles: [`a${i}`] },
      { mass: mB, visibles: [`b${i}`] },
    ],
    invisible: `c${i}`,
    invisibleMass: mC,
  };
}

/** A → a b d … C at once: as many visible particles as there are letters. */
export function directBranch(i: 1 | 2, letters: string, mass: number, mC: number): CascadeBranch {
  const visibles = Array.from(letters, (letter) => `${letter}${i}`);
  return { steps: [{ mass, visibles }], invisible: `c${i}`, invisibleMass: mC };
}

/** Antlers as cascades, with changes. */
export function cascades(changes: Partial<CascadeSettings> = {}): CascadeSettings {
  return { branches: [antlerBranch(1), antlerBranch(2)], events: 500, seed: 1, ...changes };
}

/** The first batch of a simulation. */
export function firstBatch(settings: CascadeSettings): EventBatch {
  const [batch] = simulateCascades(settings);
  return batch;
}

/** Mass of some particles together: one number per event, GeV. */
export function massTogether(batch: EventBatch, ...roles: readonly string[]): Float64Array {
  return sumMass(roles.map((role) => fourMomenta(batch, role)));
}

/** Integral from the lower edge up to each of `steps` even points, over the whole one; trapezoids. */
export function cumulated(
  density: (x: number) => number,
  [from, to]: readonly [number, number],
  steps = 20_000
): (x: number) => number {
  const width = (to - from) / steps;
  const sums = new Float64Array(steps + 1);
  for (let k = 1; k <= steps; ++k) {
    const x = from + k * width;
    sums[k] = sums[k - 1] + density(x - width) + density(x);
  }
  return (x) => {
    const place = Math.min(Math.max((x - from) / width, 0), steps);
    const k = Math.min(Math.floor(place), steps - 1);
    return (sums[k] + (place - k) * (sums[k + 1] - sums[k])) / sums[steps];
  };
}
