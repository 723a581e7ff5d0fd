import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, fourMomenta, momentumColumns, type EventBatch } from '@deelema/events';
import { energy, mass } from '@deelema/kinematics';
import { simulateCascades, type CascadeSettings } from '../../src/index.ts';
import { kolmogorov, kolmogorovOfTwo, mean, pull } from '../../../../test/support/statistics.ts';
import {
  antlerBranch,
  cascades,
  directBranch,
  firstBatch,
  massTogether,
} from '../support/cascades.ts';
import { massOf } from '../support/observables.ts';
import { PAPER_RESOLUTION } from '../support/settings.ts';

const N = 20_000;

/** Three steps with one, two and one visible particles, against one step with three. */
const UNEQUAL: CascadeSettings = cascades({
  branches: [
    {
      steps: [
        { mass: 1500, visibles: ['a1'] },
        { mass: 1100, visibles: ['b1', 'd1'] },
        { mass: 400, visibles: ['e1'] },
      ],
      invisible: 'n1',
      invisibleMass: 120,
    },
    directBranch(2, 'abd', 700, 0),
  ],
});

/** Particles behind each mass of `UNEQUAL`. */
const BEHIND = [
  [1500, ['a1', 'b1', 'd1', 'e1', 'n1']],
  [1100, ['b1', 'd1', 'e1', 'n1']],
  [400, ['e1', 'n1']],
  [700, ['a2', 'b2', 'd2', 'c2']],
] as const;

const VISIBLE = ['a1', 'b1', 'd1', 'e1', 'a2', 'b2', 'd2'];

function worst(batch: EventBatch, f: (i: number) => number): number {
  return new Float64Array(batch.length).reduce((most, _, i) => Math.max(most, f(i)), 0);
}

describe('simulateCascades of unequal chains', () => {
  const batch = firstBatch(UNEQUAL);

  it.each(BEHIND)('gives the parent of %d GeV its mass', (expected, roles) => {
    const found = massTogether(batch, ...roles);
    // Differences of squares of up to ten times the mass, in 16 digits.
    expect(worst(batch, (i) => Math.abs(found[i] / expected - 1))).toBeLessThan(1e-9);
  });

  it('keeps visible particles massless and invisible ones on their mass shells', () => {
    const masses = { ...Object.fromEntries(VISIBLE.map((role) => [role, 0])), n1: 120, c2: 0 };
    for (const [role, m] of Object.entries(masses)) {
      const { e, px, py, pz } = fourMomenta(batch, role);
      const off = (i: number) => Math.abs(e[i] / energy(m, px[i], py[i], pz[i]) - 1);
      // The energy is computed from the momentum: a few roundings.
      expect(worst(batch, off)).toBeLessThan(1e-15 * 4);
    }
  });

  it('conserves momentum: pT of all particles adds up to 0, pTmiss to that of the invisible', () => {
    const { ptmiss_x: missing } = batch.columns;
    const [n1, c2] = [fourMomenta(batch, 'n1'), fourMomenta(batch, 'c2')];
    const total = (i: number): number =>
      VISIBLE.reduce((sum, role) => sum + batch.columns[`${role}_px`][i], missing[i]);
    // Ten terms of 1 TeV in 16 digits.
    expect(worst(batch, (i) => Math.abs(total(i)))).toBeLessThan(1e-9);
    expect(missing).toEqual(n1.px.map((x, i) => x + c2.px[i]));
  });

  it('has columns of just these particles, event and weight', () => {
    const momenta = [...VISIBLE, 'n1', 'c2'].flatMap(momentumColumns);
    const names = ['event', ...momenta, 'ptmiss_x', 'ptmiss_y', 'weight'];
    expect(Object.keys(batch.columns).sort()).toEqual(names.sort());
    expect(batch.columns.weight).toEqual(new Float64Array(500).fill(1));
  });

  it('makes the same pairs whichever branch stands first', () => {
    const [one, two] = UNEQUAL.branches;
    const turned = firstBatch({ ...UNEQUAL, branches: [two, one], events: N });
    const plain = firstBatch({ ...UNEQUAL, events: N });
    const all = [...VISIBLE, 'n1', 'c2'];
    // √(nm/(n + m)) D < 1.95 holds for 99.9 % of all pairs of samples; seeds are fixed.
    for (const roles of [all, ['a1', 'b1', 'a2'], ['n1', 'c2']]) {
      const [found, expected] = [turned, plain].map((events) => massTogether(events, ...roles));
      expect(kolmogorovOfTwo(found, expected)).toBeLessThan(1.95);
    }
  });

  it('spreads A₁ evenly over the angles of a pair with |M|² = 1, also of unequal masses', () => {
    const flat = firstBatch({ ...UNEQUAL, production: 'phase-space', events: N });
    // Invariant: cosθ* from the light-cone components of A₁ and A₂, which a boost along the beam scales.
    const sum = (roles: readonly string[], name: string, i: number): number =>
      roles.reduce((total, role) => total + flat.columns[`${role}_${name}`][i], 0);
    const [first, , , second] = BEHIND.map(([, roles]) => roles);
    const cosine = new Float64Array(N).map((_, i) => {
      const [e1, z1, e2, z2] = [first, second].flatMap((roles) => [
        sum(roles, 'E', i),
        sum(roles, 'pz', i),
      ]);
      const root = mass(e1 + e2, 0, 0, z1 + z2);
      const along = (z1 * (e1 + e2) - e1 * (z1 + z2)) / root;
      const across = Math.hypot(sum(first, 'px', i), sum(first, 'py', i));
      return Math.abs(along) / Math.hypot(along, across);
    });
    expect(kolmogorov(cosine, (c) => Math.min(Math.max(c, 0), 1))).toBeLessThan(1.95);
  });
});

describe('simulateCascades of a chain', () => {
  it('has m_ab² even up to its edge whatever decays above (Hinchliffe et al., Phys. Rev. D 55 (1997) 5520)', () => {
    const steps = [
      { mass: 1400, visibles: ['d1', 'e1'] },
      { mass: 1000, visibles: ['a1'] },
      { mass: 800, visibles: ['b1'] },
    ];
    const branch = { steps, invisible: 'c1', invisibleMass: 700 };
    const batch = firstBatch(cascades({ branches: [branch, antlerBranch(2)], events: N }));
    const edge = ((1000 ** 2 - 800 ** 2) * (800 ** 2 - 700 ** 2)) / 800 ** 2;
    const share = massTogether(batch, 'a1', 'b1').map((m) => (m * m) / edge);
    expect(kolmogorov(share, (x) => Math.min(Math.max(x, 0), 1))).toBeLessThan(1.95);
  });
});

describe('simulateCascades', () => {
  it('gives the same events from the same settings, other ones from another seed or block', () => {
    const two = [...simulateCascades(cascades({ events: BATCH_ROWS + 500 }))];
    expect(two.map(({ length }) => length)).toEqual([BATCH_ROWS, 500]);
    expect(two[1].columns.event[0]).toBe(BATCH_ROWS);
    const first = (batch: EventBatch): number => batch.columns.a1_px[0];
    expect(firstBatch(cascades())).toEqual(firstBatch(cascades()));
    const numbers = [...two, firstBatch(cascades({ seed: 2 }))].map(first);
    expect(new Set(numbers).size).toBe(3);
  });

  it('smears by role or by its letter, pTmiss along with it, and keeps the truth', () => {
    const objects = { e1: PAPER_RESOLUTION, d: PAPER_RESOLUTION };
    const smearing = { seed: 3, objects, ptmiss: { sigma: 20 } };
    const settings = { ...UNEQUAL, events: N };
    const [plain, smeared] = [firstBatch(settings), firstBatch({ ...settings, smearing })];
    for (const role of ['e1', 'd1', 'd2']) {
      expect(smeared.columns[`true_${role}_px`]).toEqual(plain.columns[`${role}_px`]);
      expect(smeared.columns[`${role}_px`]).not.toEqual(plain.columns[`${role}_px`]);
    }
    for (const name of ['a1_px', 'b1_E', 'a2_E', 'n1_px']) {
      expect(smeared.columns[name]).toEqual(plain.columns[name]);
    }
    // What is left of pTmiss after the change of the visible particles is Gaussian noise of 20 GeV;
    // five standard errors of its square.
    const change = (i: number): number =>
      [...VISIBLE.map((role) => `${role}_px`), 'ptmiss_x']
        .map((name) => smeared.columns[name][i] - plain.columns[name][i])
        .reduce((sum, x) => sum + x);
    const noise = new Float64Array(N).map((_, i) => (change(i) / 20) ** 2);
    expect(Math.abs(pull(noise, 1))).toBeLessThan(5);
  });

  it('narrows widths whose windows do not fit', () => {
    const [one, two] = [antlerBranch(1), antlerBranch(2)];
    const wide = one.steps.map((step) => ({ ...step, width: 40 }));
    const batch = firstBatch(cascades({ branches: [{ ...one, steps: wide }, two], events: 5000 }));
    const [A, B] = [massOf('A', 1)(batch), massOf('B', 1)(batch)];
    expect(Math.min(...A)).toBeGreaterThan(Math.max(...B));
    expect(Math.min(...B)).toBeGreaterThan(700);
    // 0.99 of the room of B, 100 GeV of 600 GeV asked for: Γ = 6.6 GeV, and as many masses below as above.
    expect(Math.abs(mean(B.map((m) => Math.sign(m - 800))))).toBeLessThan(4 / Math.sqrt(5000));
    expect(new Set(B).size).toBe(5000);
  });

  it('passes on production and beams', () => {
    const numbers = [
      cascades(),
      cascades({ production: 'top-pair' }),
      cascades({ production: 'phase-space' }),
      cascades({ beamEnergy: 14000 }),
    ].map((settings) => firstBatch(settings).columns.a1_px[3]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
