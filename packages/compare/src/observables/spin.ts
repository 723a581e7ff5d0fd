import { inBothBranches, type Observables } from './observable.ts';
import { azimuth } from './quantities.ts';
import { dot } from './vectors.ts';

const COSINE = { group: 'spin', unit: '' } as const;

/**
 * What shows the spins of A1 and A2: directions of b1 and b2 in the rest frames of their A, which for t t̄ are those
 * of the charged leptons.
 *
 * @see W. Bernreuther, D. Heisler, Z.-G. Si, JHEP 12 (2015) 026
 */
export const SPIN: Observables = {
  cos_bb: {
    ...COSINE,
    label: 'cos *φ*(b1, b2)',
    value: ({ branches: [one, two] }) => dot(one.bInA, two.bInA),
  },
  // To the flight of each one's own A.
  coscos_b: {
    ...COSINE,
    label: 'cos *θ*(b1) cos *θ*(b2)',
    value: ({ branches: [one, two] }) => dot(one.flight, one.bInA) * dot(two.flight, two.bInA),
  },
  ...inBothBranches(
    'helicity_b',
    { ...COSINE, label: (i) => `cos *θ*(b${i})` },
    ({ flight, bInA }) => dot(flight, bInA)
  ),
  // From the decay plane of A1 to that of A2 about the flight of A1.
  phi_planes: {
    ...COSINE,
    unit: 'degree',
    label: '*φ*(a1, a2)',
    value: ({ branches: [one, two] }) => azimuth(one.flight, one.aInPair, two.aInPair),
  },
};
