import { inBothBranches, type Observables } from './observable.ts';
import { azimuth, rapidity, transverseAngle } from './quantities.ts';
import { dot } from './vectors.ts';

const COSINE = { group: 'angles', unit: '' } as const;
const ANGLE = { group: 'angles', unit: 'degree' } as const;

/** Angles of production and decay, and between the visible particles of the two branches. */
export const ANGLES: Observables = {
  // Of A1 to the beam +z in the rest frame of the pair.
  cos_A: {
    ...COSINE,
    label: 'cos *θ**(A1)',
    value: ({ branches: [{ flight }] }) => flight[3],
  },
  // Of a in the rest frame of A to the flight of A.
  ...inBothBranches('cos_a', { ...COSINE, label: (i) => `cos *θ**(a${i})` }, ({ flight, aInA }) =>
    dot(flight, aInA)
  ),
  // Of b in the rest frame of B to the flight of B in that of A.
  ...inBothBranches('cos_b', { ...COSINE, label: (i) => `cos *θ**(b${i})` }, ({ BInA, bInB }) =>
    dot(BInA, bInB)
  ),
  // Of b about the flight of B in the rest frame of A, from the half-plane of the flight of A.
  ...inBothBranches('phi_b', { ...ANGLE, label: (i) => `*φ**(b${i})` }, ({ BInA, flight, bInA }) =>
    azimuth(BInA, flight, bInA)
  ),
  dphi_a: {
    ...ANGLE,
    label: 'Δ*φ*(a1, a2)',
    value: ({ branches: [one, two] }) => transverseAngle(one.a, two.a),
  },
  dphi_b: {
    ...ANGLE,
    label: 'Δ*φ*(b1, b2)',
    value: ({ branches: [one, two] }) => transverseAngle(one.b, two.b),
  },
  dy_b: {
    ...COSINE,
    label: '|Δ*y*(b1, b2)|',
    value: ({ branches: [one, two] }) => Math.abs(rapidity(one.b) - rapidity(two.b)),
  },
};
