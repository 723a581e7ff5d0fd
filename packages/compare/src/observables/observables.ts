import { ANGLES } from './angles.ts';
import { MASSES } from './masses.ts';
import { MOMENTA } from './momenta.ts';
import type { Observables } from './observable.ts';
import { RAPIDITIES } from './rapidities.ts';
import { SPIN } from './spin.ts';

/** All observables by name, figure by figure. */
export const OBSERVABLES: Observables = {
  ...MASSES,
  ...MOMENTA,
  ...RAPIDITIES,
  ...ANGLES,
  ...SPIN,
};
