import { grv94lo } from '@deelema/parton-distributions';
import { describe, expect, it } from 'vitest';
import { PAIR } from '../../src/density/differential.ts';
import { pairDensity, type PairDensity } from '../../src/pair-density.ts';
import { pairPolynomial, type PairPolynomial } from '../../src/polynomial/pair-polynomial.ts';

const ENERGY = 13000;
const CASES = [
  { process: 'gluino-pair', reference: 1000 },
  { process: 'top-pair', reference: 173 },
  { process: 'phase-space', reference: 1000 },
] as const;

describe.each(CASES)('pairPolynomial: $process', ({ process, reference }) => {
  const settings = { process, beamEnergy: ENERGY, partons: grv94lo() };
  const polynomial = pairPolynomial({ ...settings, reference });
  const density = pairDensity({ ...settings, poleMasses: polynomial.masses });
  const [low, high] = polynomial.masses;
  // Between the nodes of the fit, and the ends.
  const found = [low, 0.6 * reference, 0.83 * reference, reference, 1.2 * reference, high].map(
    (mass) => compare(polynomial, density, mass)
  );

  it('is within 3 % where 99 % of the events are', () => {
    expect(polynomial.rms).toBeLessThan(0.03);
    // All events of the box, at each mass: the rare ones are up to three times as wrong.
    for (const { error } of found) expect(error).toBeLessThan(0.05);
    expect(polynomial.terms.length).toBeLessThanOrEqual(60);
  });

  it('is normalised as the density, at every mass', () => {
    // The events of the box; the mean square of the error makes 1e-3, and the rest falls below.
    for (const { events } of found) expect(Math.abs(events - 1)).toBeLessThan(0.005);
    const all = found.map(({ events }) => events);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.004);
  });

  it('covers the events, of the lightest pairs 97.5 %', () => {
    // 99.5 % in rapidity and, for top quarks with u up to 1.6, in mass.
    for (const { covered } of found) expect(covered).toBeGreaterThan(0.975);
    for (const { covered } of found) expect(covered).toBeLessThan(1.001);
  });

  it('says of what there is not that it is rare', () => {
    // By factors of e³ = 20 and more less than where the density is greatest.
    for (const { impossible } of found) expect(impossible).toBeLessThan(-3);
  });

  it('is the same every time', () => {
    expect(pairPolynomial({ ...settings, reference })).toEqual(polynomial);
  });
});

describe('masses', () => {
  const settings = { process: 'phase-space', beamEnergy: ENERGY, partons: grv94lo() } as const;

  it('end where the beams cannot make pairs', () => {
    const { masses, rms } = pairPolynomial({ ...settings, reference: 5000 });
    expect(masses).toEqual([2250, 5850]);
    // The density falls by e¹⁰ within the range.
    expect(rms).toBeLessThan(0.2);
  });

  it.each([0, -1, NaN, 6500])('refuse a reference of %d GeV', (reference) => {
    expect(() => pairPolynomial({ ...settings, reference })).toThrow(
      new RangeError(
        `pairPolynomial: the reference mass is ${reference} GeV, expected one above 0 and below half of the beams' 13000 GeV.`
      )
    );
  });
});

/** What a polynomial makes of the density at one mass, by midpoints over its box. */
interface Comparison {
  /** Root mean square error of the logarithm, by event. */
  readonly error: number;
  /** Events of the polynomial by those of the density. */
  readonly events: number;
  /** Share of all events that lie in the box. */
  readonly covered: number;
  /** Greatest value, by the greatest of the density, where that is e⁸ times rarer or 0. */
  readonly impossible: number;
}

function compare(polynomial: PairPolynomial, density: PairDensity, mass: number): Comparison {
  const steps = { u: 40, y: 30, c: 8 };
  const [most, rapidity] = [polynomial.uRange[1], Math.sqrt(polynomial.ySquaredMost)];
  const row = new Float64Array(PAIR.length);
  let [sum, wrong, all] = [0, 0, 0];
  const values: (readonly [number, number])[] = [];
  for (let at = 0; at < steps.u * steps.y * steps.c; ++at) {
    const c = ((at % steps.c) + 0.5) / steps.c;
    const y = (rapidity * ((Math.floor(at / steps.c) % steps.y) + 0.5)) / steps.y;
    const q = (Math.floor(at / (steps.c * steps.y)) + 0.5) / steps.u;
    const u = most * q * q;
    const sqrtS = 2 * mass * Math.exp(u);
    row.set([sqrtS, y, c, mass, mass, mass]);
    density.evaluate(row);
    const logarithm = Math.log(row[PAIR.density] / (Math.sqrt(-Math.expm1(-2 * u)) * sqrtS));
    const value = valueOf(polynomial, u, y, c, mass);
    values.push([logarithm, value]);
    // d√ŝ dy dcosθ of a cell, four signs.
    const events = row[PAIR.density] * sqrtS * (8 * most * q * rapidity);
    if (events === 0) continue;
    all += events;
    sum += events * Math.exp(value - logarithm);
    wrong += events * (value - logarithm) ** 2;
  }
  const greatest = Math.max(...values.map(([logarithm]) => logarithm));
  const rare = values.filter(([logarithm]) => logarithm < greatest - 8);
  return {
    error: Math.sqrt(wrong / all),
    events: sum / all,
    covered: all / (steps.u * steps.y * steps.c),
    impossible: Math.max(...rare.map(([, value]) => value - greatest)),
  };
}

function valueOf(
  { terms, reference }: PairPolynomial,
  u: number,
  y: number,
  c: number,
  mass: number
): number {
  const m = Math.log(mass / reference);
  return terms.reduce(
    (sum, term) =>
      sum +
      term.coefficient * u ** term.u * (0.25 * y * y) ** term.y * (c * c) ** term.c * m ** term.m,
    0
  );
}
