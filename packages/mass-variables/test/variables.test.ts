import { zeroFourMomenta } from '@deelema/kinematics';
import { describe, expect, it } from 'vitest';
import {
  emptyMinima,
  m2ccColumns,
  mt2Columns,
  VARIABLE_NAMES,
  VARIABLES,
  type AntlerEvents,
  type TrialMasses,
  type VariableName,
} from '../src/index.ts';

/** A gluino pair's decay, 1000/800/700 GeV, by hand: massless visibles, the same in both rows. */
function twoEvents(): AntlerEvents {
  const momentum = (px: number, py: number, pz: number) => {
    const p = zeroFourMomenta(2);
    p.e.fill(Math.sqrt(px * px + py * py + pz * pz));
    p.px.fill(px);
    p.py.fill(py);
    p.pz.fill(pz);
    return p;
  };
  return {
    a1: momentum(82, 285, -599),
    b1: momentum(96, 45, -70),
    a2: momentum(123, -92, -40),
    b2: momentum(32, -51, -69),
    ptmissX: Float64Array.of(-334, -334),
    ptmissY: Float64Array.of(-187, -187),
  };
}

const MASSES: TrialMasses = { mC: 700, mB: 800, mY: 2500 };

function valuesOf(name: VariableName, masses: TrialMasses, events = twoEvents()): Float64Array {
  const variable = VARIABLES[name];
  const minima = emptyMinima(2);
  if (variable.momenta) variable.compute(events, masses, minima);
  else variable.compute(events, masses, minima.value);
  return minima.value;
}

/** What a variable needs besides m_C, which must always be there. */
function optional(name: VariableName) {
  return VARIABLES[name].needs.filter((key) => key !== 'mC');
}

describe('VARIABLES', () => {
  it('has titles that tell one from another', () => {
    const meanings = VARIABLE_NAMES.map((name) => VARIABLES[name].meaning);
    expect(new Set(meanings).size).toBe(VARIABLE_NAMES.length);
  });

  it.each(VARIABLE_NAMES)('takes %s of every event, the same for the same event', (name) => {
    const [first, second] = valuesOf(name, MASSES);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
  });

  it.each(VARIABLE_NAMES)(
    'gives NaN for %s of an event that is no event, and leaves the other',
    (name) => {
      // No number, no end, and spacelike beyond rounding.
      for (const energy of [NaN, Infinity, 1]) {
        const events = twoEvents();
        for (const role of ['a1', 'b1', 'a2', 'b2'] as const) events[role].e[0] = energy;
        const [broken, whole] = valuesOf(name, MASSES, events);
        expect(broken).toBeNaN();
        expect(whole).toBe(valuesOf(name, MASSES)[1]);
      }
    }
  );

  it.each(VARIABLE_NAMES.flatMap((name) => optional(name).map((key) => [name, key] as const)))(
    'does not take %s without %s',
    (name, key) => {
      const { [key]: mass, ...others } = MASSES as Required<TrialMasses>;
      expect(mass).toBeDefined();
      expect(() => valuesOf(name, others)).toThrow(RangeError);
    }
  );

  const supposing = VARIABLE_NAMES.filter((name) => VARIABLES[name].needs.length > 0);
  it.each(supposing)('does not take %s with a negative trial mass', (name) => {
    expect(() => valuesOf(name, { mC: -1, mB: -1, mY: 2500 })).toThrow(RangeError);
  });

  it('calls the functions of the package by their names', () => {
    const events = twoEvents();
    expect(valuesOf('mt2_ab', MASSES)).toEqual(mt2Columns('ab', events, 700));
    expect(valuesOf('mt2_a', MASSES)).toEqual(mt2Columns('a', events, 800));
    expect(valuesOf('m2cc_b', MASSES)).toEqual(m2ccColumns('b', events, 700).value);
    const pair = { mC: [0, 80] as const };
    expect(valuesOf('m2cc_ab', pair)).toEqual(m2ccColumns('ab', events, [0, 80]).value);
  });

  it('takes m_T with the trial mass of the branch (closed form for massless particles)', () => {
    // m_T² = 2 (pT pTmiss − pT·pTmiss) with both massless.
    const { b2, ptmissX, ptmissY } = twoEvents();
    const [px, py, x, y] = [b2.px[0], b2.py[0], ptmissX[0], ptmissY[0]];
    const expected = Math.sqrt(2 * (Math.hypot(px, py) * Math.hypot(x, y) - px * x - py * y));
    expect(valuesOf('mt_b_2', { mC: [700, 0] })[0]).toBeCloseTo(expected, 10);
    expect(valuesOf('mt_b_2', { mC: [0, 700] })[0]).toBeGreaterThan(700);
  });
});
