import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { antler, setAntler } from '../../src/observables/antler.ts';
import { trueMomenta } from '../../src/observables/momenta-of.ts';
import { OBSERVABLES } from '../../src/observables/observables.ts';
import { batchOf, type Event, type Momentum } from '../support.ts';
import { boosted, madeEvent, MASSES, type BranchAngles, type Production } from './made-events.ts';

const PREFIXES = { a1: 'a1', b1: 'b1', c1: 'c1', a2: 'a2', b2: 'b2', c2: 'c2' } as const;
const DEGREES = 180 / Math.PI;

/** All observables of an event by name. */
function observe(event: Event): Record<string, number> {
  const filled = antler();
  setAntler(filled, trueMomenta(batchOf([event]), PREFIXES), 0);
  return Object.fromEntries(
    Object.entries(OBSERVABLES).map(([name, { value }]) => [name, value(filled)])
  );
}

const PRODUCTION: Production = { mass: 2600, cosTheta: 0.4, phi: 1.1, momentum: [0, 0, 700] };
const ONE: BranchAngles = { cosA: 0.3, phiA: 0.7, cosB: -0.6, phiB: 2.1 };
const TWO: BranchAngles = { cosA: -0.8, phiA: 4, cosB: 0.5, phiB: 5.5 };

function randomEvent(seed: number): Event {
  const { uniform } = stream(seed, 'test', 'observables');
  const cosine = (): number => 2 * uniform() - 1;
  const azimuth = (): number => 2 * Math.PI * uniform();
  const angles = (): BranchAngles => ({
    cosA: cosine(),
    phiA: azimuth(),
    cosB: cosine(),
    phiB: azimuth(),
  });
  const mass = 2050 + 2000 * uniform();
  const momentum = [100 * cosine(), 100 * cosine(), 2000 * cosine()] as const;
  return madeEvent({ mass, cosTheta: cosine(), phi: azimuth(), momentum }, angles(), angles());
}

/** The same change of all momenta of an event. */
function changed(event: Event, change: (p: Momentum) => Momentum): Event {
  const entries = Object.entries(event).map(([role, p]) => [role, change(p)] as const);
  return Object.fromEntries(entries) as Event;
}

describe('observables of events built from given masses and angles', () => {
  const found = observe(madeEvent(PRODUCTION, ONE, TWO));

  it.each([
    ['m_A1', MASSES.A],
    ['m_A2', MASSES.A],
    ['m_B1', MASSES.B],
    ['m_B2', MASSES.B],
    ['sqrt_s', 2600],
    ['cos_A', 0.4],
    ['cos_a1', 0.3],
    ['cos_a2', -0.8],
    ['cos_b1', -0.6],
    ['cos_b2', 0.5],
    ['y_pair', Math.asinh(700 / 2600)],
    // The A recoil against each other with p* = √(1300² − 1000²).
    ['pt_A', Math.sqrt(1300 ** 2 - 1000 ** 2) * Math.sqrt(1 - 0.4 ** 2)],
  ])('%s is %d', (name, expected) => {
    // Boosts there and back cost a few times 1e-16 of the energies, some 1e3 GeV.
    expect(found[name]).toBeCloseTo(expected, 9);
  });

  it('m_ab follows from the angle of b, up to its endpoint', () => {
    // m_ab² = (m_A² − m_B²)(m_B² − m_C²)/m_B² · (1 + cos θ*)/2 for massless a and b.
    const { A, B, C } = MASSES;
    const endpoint = Math.sqrt(((A ** 2 - B ** 2) * (B ** 2 - C ** 2)) / B ** 2);
    expect(found.m_ab1).toBeCloseTo(endpoint * Math.sqrt((1 - 0.6) / 2), 9);
    const extreme = observe(madeEvent(PRODUCTION, { ...ONE, cosB: 1 }, { ...TWO, cosB: -1 }));
    expect(extreme.m_ab1).toBeCloseTo(endpoint, 8);
    // The root of a difference of squares of 1e3 GeV keeps about half of its digits.
    expect(Math.abs(extreme.m_ab2)).toBeLessThan(1e-4);
  });

  it('the azimuth of b moves with that of its decay, and is 0 or 180° in the plane of A and a', () => {
    const later = observe(madeEvent(PRODUCTION, { ...ONE, phiB: 2.1 + 0.25 }, TWO));
    const step = (later.phi_b1 - found.phi_b1 + 540) % 360;
    expect(step - 180).toBeCloseTo(0.25 * DEGREES, 8);
    expect(later.phi_b2).toBeCloseTo(found.phi_b2, 8);
    // b in the plane of A and a: turn it there.
    const inPlane = { ...ONE, phiB: 2.1 - found.phi_b1 / DEGREES };
    expect(observe(madeEvent(PRODUCTION, inPlane, TWO)).phi_b1).toBeCloseTo(0, 8);
  });

  it('the angle between the decay planes follows the azimuth of a', () => {
    const later = observe(madeEvent(PRODUCTION, { ...ONE, phiA: 0.7 - 0.5 }, TWO));
    const step = (later.phi_planes - found.phi_planes + 540) % 360;
    expect(step - 180).toBeCloseTo(0.5 * DEGREES, 8);
  });

  it('b parallel to its A gives the helicity angles, their product and the angle between the b', () => {
    // a against the flight of A, b along it: everything on one line, in both branches.
    const line = { cosA: -1, phiA: 0, cosB: 1, phiB: 0 };
    const { helicity_b1, helicity_b2, coscos_b, cos_bb } = observe(
      madeEvent(PRODUCTION, line, line)
    );
    expect(helicity_b1).toBeCloseTo(1, 9);
    expect(helicity_b2).toBeCloseTo(1, 9);
    expect(coscos_b).toBeCloseTo(1, 9);
    expect(cos_bb).toBeCloseTo(-1, 9);
  });
});

describe('observables of a pair along the x axis at rest in the laboratory', () => {
  // A1 along +x, A2 along −x; a1 goes up the y axis in the frame of A1, a2 down in that of A2.
  const p = Math.sqrt(1300 ** 2 - 1000 ** 2);
  const [pa, EB] = [180, 820];
  const at = (q: Momentum, sign: 1 | -1): Momentum => boosted(q, 1000, [sign * p, 0, 0]);
  const pb = 93.75;
  const b = (sign: 1 | -1): Momentum => boosted([pb, 0, 0, sign * pb], 800, [0, -sign * pa, 0]);
  const c = (sign: 1 | -1): Momentum =>
    boosted([Math.hypot(700, pb), 0, 0, -sign * pb], 800, [0, -sign * pa, 0]);
  const found = observe({
    a1: at([pa, 0, pa, 0], 1),
    b1: at(b(1), 1),
    c1: at(c(1), 1),
    a2: at([pa, 0, -pa, 0], -1),
    b2: at(b(-1), -1),
    c2: at(c(-1), -1),
  });

  it('has the angles that can be read off', () => {
    expect(EB ** 2 - pa ** 2).toBe(800 ** 2);
    expect(found.cos_A).toBeCloseTo(0, 12);
    expect(found.cos_a1).toBeCloseTo(0, 12);
    expect(found.cos_b1).toBeCloseTo(0, 12);
    // a1 at angle α from +x with tan α = E* / (γβ E*) = 1000/p, a2 opposite.
    expect(found.dphi_a).toBeCloseTo(180, 9);
    expect(found.pt_a1).toBeCloseTo(pa * (1300 / 1000), 9);
    // b1 in the frame of B1 is along z, at right angles to the plane of A1 and a1.
    expect(Math.abs(found.phi_b1)).toBeCloseTo(90, 9);
    expect(Math.abs(found.phi_planes)).toBeCloseTo(180, 9);
  });

  it('has rapidities that mirror each other', () => {
    expect(found.y_A1).toBeCloseTo(0, 12);
    expect(found.y_b2).toBeCloseTo(-found.y_b1, 12);
    expect(found.dy_b).toBeCloseTo(2 * Math.abs(found.y_b1), 12);
    // C1 and C2 fly apart.
    expect(found.pt_c1).toBeGreaterThan(100);
    expect(found.ptmiss).toBeCloseTo(0, 9);
  });
});

describe('invariances, on random events', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each(seeds)('a boost along the beam moves rapidities and nothing else (%i)', (seed) => {
    const event = randomEvent(seed);
    const beam = 0.8;
    const [before, after] = [event, changed(event, (p) => alongBeam(p, beam))].map(observe);
    for (const [name, { group }] of Object.entries(OBSERVABLES)) {
      const moves = name.startsWith('y_') && group === 'rapidities';
      // The pair is not at rest across the beam: the axis z of its frame turns with the boost.
      if (name === 'cos_A') continue;
      expect(after[name] - before[name], name).toBeCloseTo(moves ? beam : 0, 6);
    }
  });

  it.each(seeds)('a turn about the beam changes nothing (%i)', (seed) => {
    const event = randomEvent(seed);
    const [before, after] = [event, changed(event, (p) => turned(p, 1.234))].map(observe);
    for (const name of Object.keys(OBSERVABLES)) {
      expect(after[name], name).toBeCloseTo(before[name], 6);
    }
  });

  it('branches exchanged, their observables are too', () => {
    const event = randomEvent(9);
    const exchanged: Event = {
      a1: event.a2,
      b1: event.b2,
      c1: event.c2,
      a2: event.a1,
      b2: event.b1,
      c2: event.c1,
    };
    const [before, after] = [observe(event), observe(exchanged)];
    for (const name of Object.keys(OBSERVABLES).filter((each) => each.endsWith('1'))) {
      expect(after[name.replace(/1$/, '2')], name).toBeCloseTo(before[name], 9);
    }
    expect(after.cos_A).toBeCloseTo(-before.cos_A, 9);
    expect(after.cos_bb).toBeCloseTo(before.cos_bb, 9);
    expect(after.phi_planes).toBeCloseTo(before.phi_planes, 9);
  });
});

describe('where an observable is not defined', () => {
  it('A at rest in the frame of the pair has no direction, but masses', () => {
    const still = observe({
      a1: [180, 0, 0, 180],
      b1: [93.75, 0, 0, 93.75],
      c1: [726.25, 0, 0, -273.75],
      a2: [180, 0, 0, -180],
      b2: [93.75, 0, 0, -93.75],
      c2: [726.25, 0, 0, 273.75],
    });
    expect(still.cos_A).toBeNaN();
    expect(still.pt_A).toBe(0);
    expect(still.m_A1).toBeCloseTo(1000, 9);
  });
});

function alongBeam([e, x, y, z]: Momentum, rapidity: number): Momentum {
  const [cosh, sinh] = [Math.cosh(rapidity), Math.sinh(rapidity)];
  return [cosh * e + sinh * z, x, y, sinh * e + cosh * z];
}

function turned([e, x, y, z]: Momentum, angle: number): Momentum {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [e, cos * x - sin * y, sin * x + cos * y, z];
}
