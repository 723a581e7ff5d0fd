import { inBothBranches, type Observables } from './observable.ts';
import { invariantMass, rapidity } from './quantities.ts';

const GROUP = { group: 'rapidities', unit: '' } as const;

/** Rapidities, and the energy of the hard collision. */
export const RAPIDITIES: Observables = {
  ...both('A'),
  ...both('a'),
  ...both('b'),
  ...both('c'),
  y_pair: { ...GROUP, label: '*y*(A1 A2)', value: ({ pair }) => rapidity(pair) },
  sqrt_s: { ...GROUP, unit: 'GeV', label: '√*ŝ*', value: ({ pair }) => invariantMass(pair) },
};

function both(role: 'A' | 'a' | 'b' | 'c'): Observables {
  const letter = role === 'c' ? 'C' : role;
  return inBothBranches(`y_${role}`, { ...GROUP, label: (i) => `*y*(${letter}${i})` }, (branch) =>
    rapidity(branch[role])
  );
}
