import { describe, expect, it } from 'vitest';
import { simulateCascades, type CascadeSettings } from '../../src/index.ts';
import { antlerBranch, cascades, directBranch } from '../support/cascades.ts';
import { PAPER_RESOLUTION } from '../support/settings.ts';

/** Antlers with other first branches. */
function withFirst(changes: object, step = 0, ofStep: object = {}): CascadeSettings {
  const first = antlerBranch(1);
  const steps = first.steps.map((old, k) => (k === step ? { ...old, ...ofStep } : old));
  return cascades({ branches: [{ ...first, steps, ...changes }, antlerBranch(2)] });
}

const two = antlerBranch(2);

describe('simulateCascades refuses at once', () => {
  it.each([
    [
      withFirst({}, 1, { mass: 1000 }),
      'the parent of a1 weighs 1000 GeV, expected more than 1000 GeV to decay into a1 and the parent of b1.',
    ],
    [
      cascades({ branches: [directBranch(1, 'abd', 500, 700), two] }),
      'the parent of a1 and b1 and d1 weighs 500 GeV, expected more than 700 GeV to decay into a1 and b1 and d1 and c1.',
    ],
    [
      withFirst({}, 0, { mass: NaN }),
      'the parent of a1 weighs NaN GeV, expected a number from 0 on.',
    ],
    [
      withFirst({}, 1, { width: -1 }),
      'the parent of b1 is -1 GeV wide, expected a number from 0 on.',
    ],
    [withFirst({ invisibleMass: -700 }), 'c1 weighs -700 GeV, expected a number from 0 on.'],
    [
      withFirst({}, 0, { mass: 12000 }),
      "the parent of a1 and the parent of a2 weigh 13000 GeV together, expected less than the beams' 13000 GeV.",
    ],
    [
      cascades({ branches: [directBranch(1, 'a', 0.5, 0), directBranch(2, 'a', 0.5, 0)] }),
      'the parent of a1 and the parent of a2 weigh 1 GeV together, expected 2 GeV or more, or production phase-space.',
    ],
    [withFirst({ steps: [] }), 'branch 1 has no steps, expected one or more.'],
    [
      withFirst({}, 1, { visibles: [] }),
      'step 2 of branch 1 has no visibles, expected one or more.',
    ],
    [withFirst({}, 1, { visibles: ['b2'] }), 'role b2 stands twice, expected each particle once.'],
    [withFirst({ invisible: 'a1' }), 'role a1 stands twice, expected each particle once.'],
    [withFirst({ invisible: '' }), 'a role has no name, expected one like a1.'],
    [
      cascades({ smearing: { seed: 1, objects: { jet: PAPER_RESOLUTION } } }),
      'smearing names jet, expected visible particles, a1, a2, b1, b2.',
    ],
    [
      cascades({ beamEnergy: Infinity }),
      'beamEnergy is Infinity GeV, expected a number from 0 on.',
    ],
    [cascades({ events: 0 }), 'events is 0, expected a whole number from 1 to 4294967295.'],
    [cascades({ seed: 1.5 }), 'seed is 1.5, expected a whole number from 0 on.'],
  ])('%#: %j', (settings, expected) => {
    expect(() => simulateCascades(settings)).toThrow(
      new RangeError(`simulateCascades: ${expected}`)
    );
  });

  it('takes the lightest pairs with |M|² = 1', () => {
    const branches = [directBranch(1, 'a', 0.5, 0), directBranch(2, 'a', 0.5, 0)] as const;
    const settings = cascades({ branches, production: 'phase-space' });
    const [batch] = simulateCascades(settings);
    expect(Array.from(batch.columns.a1_E).every((e) => e > 0 && e < 13000)).toBe(true);
  });
});
