import { inBothBranches, type Observables } from './observable.ts';
import { transverseMomentum } from './quantities.ts';
import { add, vector } from './vectors.ts';

const GROUP = { group: 'momenta', unit: 'GeV' } as const;
const sum = vector();

/** Transverse momenta. That of A2 is that of A1 where nothing recoils against the pair. */
export const MOMENTA: Observables = {
  pt_A: {
    ...GROUP,
    label: '*p*_{T}(A1)',
    value: ({ branches: [{ A }] }) => transverseMomentum(A),
  },
  ...both('a'),
  ...both('b'),
  ...both('c'),
  ptmiss: {
    ...GROUP,
    label: '*p*_{T}^{miss}',
    value: ({ branches: [one, two] }) => {
      add(one.c, two.c, sum);
      return transverseMomentum(sum);
    },
  },
};

function both(role: 'a' | 'b' | 'c'): Observables {
  const letter = role === 'c' ? 'C' : role;
  return inBothBranches(
    `pt_${role}`,
    { ...GROUP, label: (i) => `*p*_{T}(${letter}${i})` },
    (branch) => transverseMomentum(branch[role])
  );
}
