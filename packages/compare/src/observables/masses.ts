import { inBothBranches, type Observables } from './observable.ts';
import { invariantMass } from './quantities.ts';
import { add, vector } from './vectors.ts';

const GROUP = { group: 'masses', unit: 'GeV' } as const;
const sum = vector();

/** Masses of A, B, a + b, and of all that is visible. */
export const MASSES: Observables = {
  ...inBothBranches('m_A', { ...GROUP, label: (i) => `*m*_{A${i}}` }, ({ A }) => invariantMass(A)),
  ...inBothBranches('m_B', { ...GROUP, label: (i) => `*m*_{B${i}}` }, ({ B }) => invariantMass(B)),
  ...inBothBranches('m_ab', { ...GROUP, label: (i) => `*m*_{a${i} b${i}}` }, ({ a, b }) => {
    add(a, b, sum);
    return invariantMass(sum);
  }),
  m_vis: {
    ...GROUP,
    label: '*m*_{a1 b1 a2 b2}',
    value: ({ branches: [one, two] }) => {
      add(one.a, one.b, sum);
      add(sum, two.a, sum);
      add(sum, two.b, sum);
      return invariantMass(sum);
    },
  },
};
