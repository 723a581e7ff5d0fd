import type { FourMomenta } from '@deelema/kinematics';
import { describe, expect, it } from 'vitest';
import {
  m2ccColumns,
  m2cxColumns,
  m2xcColumns,
  STATUS,
  STATUS_NAMES,
  type AntlerEvents,
} from '@deelema/mass-variables';
import { countStatuses, mapAntlers, mapMomenta, type Vector } from './support/map-antlers.ts';
import { parentMasses } from './support/minimum-masses.ts';
import { referenceEvents } from './support/reference-events.ts';

const TOY = referenceEvents('toy').events;
const TTBAR = referenceEvents('ttbar').events;
const SAMPLES = [
  { name: 'toy', events: TOY, m: 700 },
  { name: 't t̄', events: TTBAR, m: 0 },
];

/** The event without longitudinal momenta: all rapidities are 0. */
function flat([e, x, y, z]: Vector): Vector {
  const mass = e === 0 ? 0 : Math.max(0, e * e - x * x - y * y - z * z);
  const massless = mass < 1e-9 * e * e;
  return [Math.sqrt((massless ? 0 : mass) + x * x + y * y), x, y, 0];
}

/** The event with less of its longitudinal momenta. */
function lowered(p: Vector, z: number): Vector {
  const [e, x, y] = flat(p);
  const pz = z * p[3];
  return [Math.sqrt(e * e + pz * pz), x, y, pz];
}

/** |a + b|² of branch 1. */
function sumSquared({ a1, b1 }: AntlerEvents, i: number): number {
  return Math.hypot(a1.px[i] + b1.px[i], a1.py[i] + b1.py[i], a1.pz[i] + b1.pz[i]) ** 2;
}

describe.each(SAMPLES)('m2ccColumns of degenerate $name events', ({ events, m }) => {
  it('solves events without longitudinal momenta, where h has kinks', () => {
    const planar = mapAntlers(events, flat);
    const ab = m2ccColumns('ab', planar, m);
    const b = m2ccColumns('b', planar, m);
    expect(countStatuses(b)[STATUS.unresolved]).toBe(0);
    expect(countStatuses(ab)[STATUS.unresolved]).toBe(0);
    expect(countStatuses(b)[STATUS.infeasible]).toBe(countStatuses(ab)[STATUS.infeasible]);
    for (const i of ab.status.keys()) {
      if (ab.status[i] !== STATUS.ok) continue;
      expect(ab.residual[i]).toBeLessThan(1e-8);
      // The minimum is one: no momenta of the other subsystem's may be lower.
      expect(parentMasses(planar, b, i).A1 / ab.value[i]).toBeGreaterThan(1 - 1e-8);
      expect(parentMasses(planar, ab, i).B1 / b.value[i]).toBeGreaterThan(1 - 1e-8);
    }
  });

  it.each([1e-12, 1e-10, 1e-8, 1e-6, 1e-4])(
    'solves events with longitudinal momenta of %s of theirs, where h is bent sharply',
    (z) => {
      const nearly = mapAntlers(events, (p) => lowered(p, z));
      const planar = countStatuses(m2ccColumns('ab', mapAntlers(events, flat), m));
      for (const subsystem of ['ab', 'b'] as const) {
        const { status, residual } = m2ccColumns(subsystem, nearly, m);
        const counts = STATUS_NAMES.map((__, k) => status.filter((one) => one === k).length);
        // Past failure: half of them.
        expect(counts[STATUS.unresolved]).toBeLessThanOrEqual(1);
        expect(counts[STATUS.infeasible]).toBe(planar[STATUS.infeasible]);
        expect(Math.max(...residual.filter((one) => one >= 0))).toBeLessThan(1e-8);
      }
    }
  );

  it.each([0, 1e-12, 1e-8])(
    'finds M_2XC below M_2CC and near that of small rapidities, with %s of the longitudinal momenta',
    (z) => {
      const nearly = mapAntlers(events, (p) => lowered(p, z));
      const small = mapAntlers(events, (p) => lowered(p, 1e-4));
      for (const subsystem of ['ab', 'b'] as const) {
        const { value } = m2xcColumns(subsystem, nearly, m);
        const upper = m2ccColumns(subsystem, nearly, m).value;
        const near = m2xcColumns(subsystem, small, m).value;
        for (const [i, M] of value.entries()) {
          expect(M).not.toBeGreaterThan(upper[i] * (1 + 1e-9));
          // First order in the rapidities; past failure: other momenta's masses, up to five times as large.
          expect(Math.abs(M / near[i] - 1)).not.toBeGreaterThan(5e-3);
        }
      }
    }
  );

  it.each([
    ['point-like', -1],
    ['about the beam', 1],
  ] as const)(
    'knows that mirrored events (%s) without pTmiss rest at their threshold',
    (_, sign) => {
      const mirror = (p: FourMomenta) => mapMomenta(p, ([e, x, y, z]) => [e, -x, -y, sign * z]);
      const none = new Float64Array(events.ptmissX.length);
      const mirrored = {
        ...events,
        a2: mirror(events.a1),
        b2: mirror(events.b1),
        ptmissX: none,
        ptmissY: none,
      };
      for (const columns of [m2ccColumns, m2xcColumns, m2cxColumns]) {
        const { value, status } = columns('ab', mirrored, m);
        for (const i of value.keys()) {
          expect(status[i]).toBe(STATUS.oneSided);
          const e = events.a1.e[i] + events.b1.e[i];
          const pp = sumSquared(events, i);
          // k_i at rest beside the visibles: M = m_v + m, where e² − p² has lost digits to e².
          expect(Math.abs((value[i] - m) ** 2 - (e * e - pp))).toBeLessThan(
            1e-11 * (e * e + m * m)
          );
        }
      }
    }
  );

  it('goes to the planar value as the longitudinal momenta vanish', () => {
    const planar = m2ccColumns('ab', mapAntlers(events, flat), m);
    const nearly = mapAntlers(events, (p) => lowered(p, 1e-5));
    const near = m2ccColumns('ab', nearly, m);
    const differences = Array.from(planar.value, (value, i) =>
      planar.status[i] === STATUS.ok && near.status[i] === STATUS.ok ? near.value[i] / value - 1 : 0
    );
    // To first order in the rapidities, 1e-5 and below; 2e-3 in one event, tenfold at 1e-4.
    const sizes = differences.map(Math.abs).sort((x, y) => x - y);
    expect(sizes[sizes.length - 1]).toBeLessThan(5e-3);
    expect(sizes[sizes.length / 2]).toBeLessThan(1e-6);
  });

  it('solves events without missing momentum', () => {
    const none = new Float64Array(events.ptmissX.length);
    const closed = { ...events, ptmissX: none, ptmissY: none };
    for (const subsystem of ['ab', 'b'] as const) {
      const counts = countStatuses(m2ccColumns(subsystem, closed, m));
      expect(counts[STATUS.unresolved] + counts[STATUS.invalidInput]).toBe(0);
    }
  });

  it('is exact to rounding with two equal branches', () => {
    const twins = { ...events, a2: events.a1, b2: events.b1 };
    const { status, value } = m2ccColumns('ab', twins, m);
    expect(status.every((one) => one === STATUS.ok)).toBe(true);
    // Equal shares k₁ = k₂ fulfil everything: M_2CC is the mass at half of pTmiss and equal rapidity.
    for (const i of value.keys()) {
      const e = events.a1.e[i] + events.b1.e[i];
      const x = events.a1.px[i] + events.b1.px[i];
      const y = events.a1.py[i] + events.b1.py[i];
      const z = events.a1.pz[i] + events.b1.pz[i];
      const mass = (e - z) * (e + z) - x * x - y * y;
      const [kx, ky] = [events.ptmissX[i] / 2, events.ptmissY[i] / 2];
      const eT = Math.sqrt((mass + x * x + y * y) * (m * m + kx * kx + ky * ky));
      const expected = Math.sqrt(mass + m * m + 2 * (eT - x * kx - y * ky));
      // The products lose digits to the energies, of up to some thousand GeV.
      expect(Math.abs(value[i] / expected - 1)).toBeLessThan(1e-9);
    }
  });

  it.each([
    // 5e-11 and 6e-8 of each momentum, products of which are the squares of masses.
    [
      'to ten digits, as in Les Houches Event files',
      (k: number) => Number(k.toExponential(10)),
      1e-9,
    ],
    ['to single precision', Math.fround, 2e-6],
  ] as const)('keeps every event that is rounded %s', (_, round, tolerance) => {
    const rounded = mapAntlers(events, (p) => {
      const [e, x, y, z] = p.map(round);
      return [e, x, y, z];
    });
    const exact = m2ccColumns('b', events, m);
    const found = m2ccColumns('b', rounded, m);
    expect(countStatuses(found)).toEqual(countStatuses(exact));
    const differences = Array.from(found.value, (value, i) => {
      const energy = events.b1.e[i] + events.b2.e[i] + found.k1.e[i] + found.k2.e[i];
      return Math.abs(value ** 2 - exact.value[i] ** 2) / energy ** 2;
    });
    expect(Math.max(...differences)).toBeLessThan(tolerance);
  });
});

describe('m2xcColumns of an event that lacks a particle', () => {
  it.each(['a1', 'b1', 'a2', 'b2'] as const)(
    'gives no momenta that violate a condition, with %s = 0',
    (role) => {
      // Past failure: b = 0 made c·k the same for all k, and a momentum off its mass shell was taken.
      const lacking = { ...TOY, [role]: mapMomenta(TOY[role], () => [0, 0, 0, 0]) };
      const { residual, status } = m2xcColumns('ab', lacking, 700);
      expect(status.every((one) => one !== STATUS.invalidInput)).toBe(true);
      expect(Math.max(0, ...residual.filter((one) => one >= 0))).toBeLessThan(1e-8);
    }
  );
});

describe('m2ccColumns of what is no event', () => {
  function withA1(map: (p: Vector) => Vector): AntlerEvents {
    return { ...TOY, a1: mapMomenta(TOY.a1, map) };
  }

  it.each([
    ['NaN', withA1(([e, x, y]) => [e, x, y, NaN])],
    ['infinite', withA1(([, x, y, z]) => [Infinity, x, y, z])],
    ['spacelike', withA1(([e, x, y, z]) => [e * (1 - 1e-5), x, y, z])],
    ['negative energy', withA1(([e, x, y, z]) => [-e, x, y, z])],
    ['NaN pTmiss', { ...TOY, ptmissX: TOY.ptmissX.map(() => NaN) }],
  ])('says invalid input: %s', (_, events) => {
    const { status, value } = m2ccColumns('ab', events, 700);
    expect(status.every((one) => one === STATUS.invalidInput)).toBe(true);
    expect(value.every(Number.isNaN)).toBe(true);
  });

  it('says infeasible where both pairs are collinear and massless, so that m_B fixes m_A', () => {
    // a = r b: m_A² = m² + (1 + r) (m_B² − m²), the same for both branches only at m_B = m; that
    // would take k at infinity.
    const scaled =
      (r: number) =>
      ([e, x, y, z]: Vector) =>
        [r * e, r * x, r * y, r * z] as const;
    const events = {
      ...TOY,
      a1: mapMomenta(TOY.b1, scaled(2)),
      a2: mapMomenta(TOY.b2, scaled(0.5)),
    };
    const { status } = m2ccColumns('b', events, 700);
    expect(status.every((one) => one === STATUS.infeasible)).toBe(true);
  });
});
