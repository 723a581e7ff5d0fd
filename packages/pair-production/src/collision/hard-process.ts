import {
  evenly,
  gluonsToGluinos,
  gluonsToHeavyQuarks,
  quarksToGluinos,
  quarksToHeavyQuarks,
  type SquaredAmplitude,
} from './matrix-elements.ts';

/**
 * What two partons make: a heavy quark and its antiquark, two gluinos (squarks decoupled), or any
 * pair with |M|² = 1 from g g and q q̄ alike.
 */
export type HardProcess = 'top-pair' | 'gluino-pair' | 'phase-space';

/** The |M|² of a process, by what comes in. */
export interface Amplitudes {
  readonly gluons: SquaredAmplitude;
  readonly quarks: SquaredAmplitude;
  /** Whether |M|² is in units of g_s⁴; if not, it has no coupling and there is no cross-section. */
  readonly strong: boolean;
}

/** The |M|² of each process. */
export const AMPLITUDES: Readonly<Record<HardProcess, Amplitudes>> = {
  'top-pair': { gluons: gluonsToHeavyQuarks, quarks: quarksToHeavyQuarks, strong: true },
  'gluino-pair': { gluons: gluonsToGluinos, quarks: quarksToGluinos, strong: true },
  'phase-space': { gluons: evenly, quarks: evenly, strong: false },
};
