import { describe, expect, it } from 'vitest';
import type { AntlerEvents, Subsystem } from '@deelema/mass-variables';
import { Preparation } from '../src/m2/prepare.ts';
import { isOneSided, solveOneSided } from '../src/m2/one-sided.ts';
import { MINIMUM } from '../src/m2/problem.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { referenceEvents } from './support/reference-events.ts';

interface Found {
  readonly oneSided: boolean;
  /** The value and the momenta, GeV; NaN if not one-sided. */
  readonly value: number;
  readonly momenta: number[];
  readonly residual: number;
}

function solve(
  subsystem: Subsystem,
  events: AntlerEvents,
  masses: readonly [number, number],
  i: number
): Found {
  const preparation = new Preparation();
  [preparation.m1, preparation.m2] = masses;
  preparation.set(subsystem, events, i);
  const { problem, unit } = preparation;
  const minimum = new Float64Array(MINIMUM.length).fill(NaN);
  const oneSided = isOneSided(problem);
  if (oneSided) solveOneSided(problem, minimum);
  return {
    oneSided,
    value: unit * Math.sqrt(2 * minimum[MINIMUM.level]),
    momenta: [...minimum.subarray(MINIMUM.k1E)].map((k) => unit * k),
    residual: minimum[MINIMUM.residual],
  };
}

describe('one-sided events of the reference tables', () => {
  const toy = referenceEvents('toy');
  const found = Array.from({ length: 1000 }, (_, i) =>
    solve('ab', toy.events, [toy.mInvisible, toy.mInvisible], i)
  );

  it('are those the table says (exact solver, 171 of 1000)', () => {
    const flags = found.map(({ oneSided }) => Number(oneSided));
    expect(flags).toEqual([...toy.value('m2cc_ab_onesided')]);
    expect(flags.filter((flag) => flag === 1)).toHaveLength(171);
  });

  it('have the value and the momenta of the table', () => {
    // The table was made by bisection in the sphere's radius and carries 16 digits.
    found.forEach(({ oneSided, value, momenta }, i) => {
      if (!oneSided) return;
      expect(Math.abs(value / toy.value('m2cc_ab')[i] - 1)).toBeLessThan(1e-13);
      for (const [k, name] of ['k1_E', 'k1_px', 'k1_py', 'k1_pz'].entries()) {
        // GeV; momenta of a thousand, found where their square is stationary.
        expect(Math.abs(momenta[k] - toy.value(`m2cc_ab_${name}`)[i])).toBeLessThan(1e-8);
      }
    });
  });

  it('fulfil all conditions to rounding', () => {
    const residuals = found.filter(({ oneSided }) => oneSided).map(({ residual }) => residual);
    // Relative to the event; energies of up to ten units enter squared.
    expect(Math.max(...residuals)).toBeLessThan(1e-12);
  });

  it.each([
    { sample: 'toy', subsystem: 'b' },
    { sample: 'ttbar', subsystem: 'ab' },
    { sample: 'ttbar', subsystem: 'b' },
  ] as const)('do not occur in $sample ($subsystem)', ({ sample, subsystem }) => {
    // Massless b have no threshold to sit at; without invisible mass and at equal b masses the chain
    // at its threshold leaves the other no momentum.
    const { events, mInvisible } = referenceEvents(sample);
    for (let i = 0; i < 1000; ++i) {
      expect(solve(subsystem, events, [mInvisible, mInvisible], i).oneSided).toBe(false);
    }
  });
});

const MASSES = [60, 40] as const;
const EVENTS = randomAntlers('one-sided', 600, { ma: 5, mb: [40, 20], momentum: 25 });

/** Events with every four-momentum column mapped. */
function mapped(
  events: AntlerEvents,
  map: (e: number, x: number, y: number, z: number) => readonly number[]
): AntlerEvents {
  const particle = ({ e, px, py, pz }: AntlerEvents['a1']): AntlerEvents['a1'] => {
    const rows = [...e.keys()].map((i) => map(e[i], px[i], py[i], pz[i]));
    const [E, x, y, z] = [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k]));
    return { e: E, px: x, py: y, pz: z };
  };
  const rows = [...events.ptmissX.keys()].map((i) =>
    map(0, events.ptmissX[i], events.ptmissY[i], 0)
  );
  return {
    a1: particle(events.a1),
    b1: particle(events.b1),
    a2: particle(events.a2),
    b2: particle(events.b2),
    ptmissX: Float64Array.from(rows, (row) => row[1]),
    ptmissY: Float64Array.from(rows, (row) => row[2]),
  };
}

/** Calls back with both solutions of every one-sided event, and returns how many there are. */
function compare(
  subsystem: Subsystem,
  image: AntlerEvents,
  masses: readonly [number, number],
  check: (before: Found, after: Found) => void
): number {
  let count = 0;
  for (let i = 0; i < EVENTS.ptmissX.length; ++i) {
    const before = solve(subsystem, EVENTS, MASSES, i);
    const after = solve(subsystem, image, masses, i);
    expect(after.oneSided).toBe(before.oneSided);
    // A level at which the first chain starts but no k₁ ever lets the second be light enough.
    if (!before.oneSided || Number.isNaN(before.value)) continue;
    ++count;
    check(before, after);
  }
  return count;
}

describe.each(['ab', 'b'] as const)('one-sided minima of random events (%s)', (subsystem) => {
  it('are the same numbers when the branches are exchanged', () => {
    const image = { ...EVENTS, a1: EVENTS.a2, b1: EVENTS.b2, a2: EVENTS.a1, b2: EVENTS.b1 };
    const count = compare(subsystem, image, [MASSES[1], MASSES[0]], (before, after) => {
      expect(after.value).toBe(before.value);
      expect(after.momenta).toEqual([...before.momenta.slice(4), ...before.momenta.slice(0, 4)]);
    });
    expect(count).toBeGreaterThan(20);
  });

  it('scale with the event, by powers of two exactly', () => {
    const scale = 2 ** -20;
    const image = mapped(EVENTS, (...p) => p.map((k) => k * scale));
    compare(subsystem, image, [MASSES[0] * scale, MASSES[1] * scale], (before, after) => {
      expect(after.value).toBe(before.value * scale);
    });
  });

  it('turn with the event about the beam', () => {
    const image = mapped(EVENTS, (e, x, y, z) => [e, 0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y, z]);
    compare(subsystem, image, MASSES, (before, after) => {
      const [, x, y] = before.momenta;
      const size = before.value;
      // Roundings of a dozen operations, larger where both longitudinal directions nearly agree.
      expect(Math.abs(after.value - before.value) / size).toBeLessThan(1e-12);
      expect(Math.abs(after.momenta[1] - (0.6 * x - 0.8 * y)) / size).toBeLessThan(1e-9);
      expect(Math.abs(after.momenta[2] - (0.8 * x + 0.6 * y)) / size).toBeLessThan(1e-9);
    });
  });

  it('keep their value under boosts along the beam', () => {
    const [cosh, sinh] = [Math.cosh(3), Math.sinh(3)];
    const image = mapped(EVENTS, (e, x, y, z) => [cosh * e + sinh * z, x, y, sinh * e + cosh * z]);
    compare(subsystem, image, MASSES, (before, after) => {
      // e⁶ = 400 roundings of the boosted energies squared.
      expect(Math.abs(after.value / before.value - 1)).toBeLessThan(1e-10);
    });
  });
});
