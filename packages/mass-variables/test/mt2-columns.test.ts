import { describe, expect, it } from 'vitest';
import { energy, mass, sumMass, twoBodyDecay } from '@deelema/kinematics';
import { mt2, mt2Columns, STATUS, type AntlerEvents } from '@deelema/mass-variables';
import { stream, type RandomStream } from '@deelema/random';
import { antlerEvents } from './support/particles.ts';

const N = 500;
const ROLES = ['a', 'b', 'c'] as const;

/** One decay chain A → a B → a b C in flat phase space: a, b, c four-momenta, 12 numbers. */
function decayChain(
  random: RandomStream,
  P: readonly number[],
  masses: readonly number[]
): number[] {
  const [mA, mB, mC, ma, mb] = masses;
  const out = new Float64Array(8);
  const decay = (M: number, p: readonly number[], m1: number, m2: number): number[] => {
    const phi = 2 * Math.PI * random.uniform();
    twoBodyDecay(M, p[0], p[1], p[2], m1, m2, 2 * random.uniform() - 1, phi, out);
    return [...out];
  };
  const first = decay(mA, P, ma, mB);
  return [...first.slice(0, 4), ...decay(mB, first.slice(5), mb, mC)];
}

/** Events with two chains and upstream momentum; pTmiss is what the two C carry. */
function simulate(masses: readonly number[]): AntlerEvents {
  const columns = new Map<string, Float64Array>();
  const column = (name: string): Float64Array => {
    if (!columns.has(name)) columns.set(name, new Float64Array(N));
    return columns.get(name)!;
  };
  for (let i = 0; i < N; ++i) {
    const random = stream(1, 'antler', i);
    for (const branch of [1, 2]) {
      const P = [0, 0, 0].map(() => 200 * random.normal());
      const chain = decayChain(random, P, masses);
      ROLES.forEach((role, r) =>
        ['E', 'px', 'py', 'pz'].forEach((component, k) => {
          column(`${role}${branch}_${component}`)[i] = chain[4 * r + k];
        })
      );
    }
    column('ptmiss_x')[i] = column('c1_px')[i] + column('c2_px')[i];
    column('ptmiss_y')[i] = column('c1_py')[i] + column('c2_py')[i];
  }
  return antlerEvents(column);
}

describe('mt2Columns', () => {
  it.each([
    { sample: 'toy', masses: [1000, 800, 700, 0, 0] },
    { sample: 't t̄', masses: [173, 80.4, 0, 4.7, 0] },
    { sample: 'massive b', masses: [900, 600, 250, 30, 120] },
  ])('is at most the parent mass at the true trial mass ($sample)', ({ masses }) => {
    const [mA, mB, mC] = masses;
    const events = simulate(masses);
    // Rounding of the simulated momenta against their masses.
    const endpointB = Math.max(...mt2Columns('b', events, mC));
    expect(endpointB).toBeLessThan(mB * (1 + 1e-10));
    expect(endpointB).toBeGreaterThan(0.97 * mB);
    const endpointA = Math.max(...mt2Columns('ab', events, mC));
    expect(endpointA).toBeLessThan(mA * (1 + 1e-10));
    expect(endpointA).toBeGreaterThan(0.97 * mA);
    const endpointOfA = Math.max(...mt2Columns('a', events, mB));
    expect(endpointOfA).toBeLessThan(mA * (1 + 1e-10));
    expect(endpointOfA).toBeGreaterThan(0.97 * mA);
  });

  it('calls mt2 with the momenta of b, or of a + b (same numbers, exact)', () => {
    const events = simulate([900, 600, 250, 30, 120]);
    const { a1, b1, a2, b2, ptmissX, ptmissY } = events;
    const i = 7;
    const pair = (a: typeof a1, b: typeof b1): [number, number, number] => {
      const [px, py] = [a.px[i] + b.px[i], a.py[i] + b.py[i]];
      return [mass(a.e[i] + b.e[i], px, py, a.pz[i] + b.pz[i]), px, py];
    };
    const single = (b: typeof b1): [number, number, number] => [
      mass(b.e[i], b.px[i], b.py[i], b.pz[i]),
      b.px[i],
      b.py[i],
    ];
    const rest = [ptmissX[i], ptmissY[i], 250] as const;
    expect(mt2Columns('b', events, 250)[i]).toBe(mt2(...single(b1), ...single(b2), ...rest));
    expect(mt2Columns('ab', events, 250)[i]).toBe(mt2(...pair(a1, b1), ...pair(a2, b2), ...rest));
  });

  it('calls mt2 for (a) with B invisible, and with a trial mass for each branch (same numbers, exact)', () => {
    const { a1, b1, a2, b2, ptmissX, ptmissY } = simulate([900, 600, 250, 30, 120]);
    const i = 11;
    const single = (a: typeof a1): [number, number, number] => [
      mass(a.e[i], a.px[i], a.py[i], a.pz[i]),
      a.px[i],
      a.py[i],
    ];
    const P = [ptmissX[i] + b1.px[i] + b2.px[i], ptmissY[i] + b1.py[i] + b2.py[i]] as const;
    const expected = mt2(...single(a1), ...single(a2), ...P, 600, 500);
    const events = { a1, b1, a2, b2, ptmissX, ptmissY };
    expect(mt2Columns('a', events, [600, 500])[i]).toBe(expected);
  });

  it('tells by a status which momenta are no particle', () => {
    const events = simulate([900, 600, 250, 30, 120]);
    // Spacelike by the last of ten digits, and by more.
    events.b1.e[4] = Math.hypot(events.b1.px[4], events.b1.py[4], events.b1.pz[4]) * (1 - 1e-10);
    events.b1.e[5] *= 0.5;
    events.b1.e[6] *= -1;
    const status = new Uint8Array(N);
    const found = mt2Columns('b', events, 250, new Float64Array(N), status);
    const invalid = [...status.keys()].filter((i) => status[i] === STATUS.invalidInput);
    expect(invalid).toEqual([5, 6]);
    expect([...found.keys()].filter((i) => Number.isNaN(found[i]))).toEqual([5, 6]);
  });

  it('tells by a status which values are the larger threshold (same numbers, exact)', () => {
    const { a1, b1, a2, b2, ptmissX, ptmissY } = simulate([900, 600, 250, 30, 120]);
    const status = new Uint8Array(N);
    const events = { a1, b1, a2, b2, ptmissX, ptmissY };
    const found = mt2Columns('ab', events, 250, new Float64Array(N), status);
    const [m1, m2] = [sumMass([a1, b1]), sumMass([a2, b2])];
    let unbalanced = 0;
    status.forEach((code, i) => {
      const atThreshold = found[i] === Math.max(m1[i], m2[i]) + 250;
      expect(code).toBe(atThreshold ? STATUS.oneSided : STATUS.ok);
      if (atThreshold) ++unbalanced;
    });
    expect(unbalanced).toBeGreaterThan(50);
    expect(unbalanced).toBeLessThan(N - 50);
  });

  it('takes rounding for no mass: exactly 0 where massless visibles enclose pTmiss', () => {
    // Rounded, E² − p² of these is ±1e-12 GeV², a mass of 1e-6 GeV.
    const [px1, py1, pz1] = [30.1, 40.7, 123.45];
    const [px2, py2, pz2] = [60.3, -25.9, -543.21];
    const values: Record<string, number> = {
      ...{ b1_E: energy(0, px1, py1, pz1), b1_px: px1, b1_py: py1, b1_pz: pz1 },
      ...{ b2_E: energy(0, px2, py2, pz2), b2_px: px2, b2_py: py2, b2_pz: pz2 },
      ...{ ptmiss_x: 70, ptmiss_y: 10 },
    };
    const events = antlerEvents((name) => Float64Array.of(values[name] ?? 0));
    expect([...mt2Columns('b', events, 0)]).toEqual([0]);
  });

  it('writes into a buffer, and NaN where a momentum is NaN', () => {
    const events = simulate([1000, 800, 700, 0, 0]);
    events.b2.pz[3] = NaN;
    const out = new Float64Array(N);
    expect(mt2Columns('ab', events, 700, out)).toBe(out);
    expect(out[3]).toBeNaN();
    expect(out.filter(Number.isNaN)).toHaveLength(1);
  });

  it('refuses a negative trial mass and columns of different lengths', () => {
    const events = antlerEvents(() => new Float64Array(2));
    expect(() => mt2Columns('b', events, -1)).toThrow(
      new RangeError(
        'mt2Columns: the trial mass is -1, expected a finite number of GeV, 0 or more.'
      )
    );
    expect(() => mt2Columns('b', events, [1, NaN])).toThrow(
      new RangeError(
        'mt2Columns: the trial mass is NaN, expected a finite number of GeV, 0 or more.'
      )
    );
    const short = { ...events, b1: { ...events.b1, px: new Float64Array(1) } };
    expect(() => mt2Columns('b', short, 0)).toThrow(
      new RangeError('mt2Columns: b1.px has 1 events, expected 2.')
    );
    expect(() => mt2Columns('b', { ...events, ptmissY: new Float64Array(3) }, 0)).toThrow(
      new RangeError('mt2Columns: ptmissY has 3 events, expected 2.')
    );
    expect(() => mt2Columns('b', events, 0, new Float64Array(2), new Uint8Array(1))).toThrow(
      new RangeError('mt2Columns: status has 1 events, expected 2.')
    );
  });
});
