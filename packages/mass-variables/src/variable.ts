import type { AntlerEvents } from './antler-events.ts';
import type { Minima } from './minima.ts';

/** Trial mass of the unseen particles: one for both branches, or one for each, GeV. */
export type TrialMass = number | readonly [number, number];

/** The masses that a variable supposes. */
export interface TrialMasses {
  /** m_C, of the invisible particles. */
  readonly mC: TrialMass;
  /** m_B, of what a subsystem (a) leaves unseen. */
  readonly mB?: TrialMass | undefined;
  /** Mass of the resonance that decays to the pair, or √s of the collision, GeV. */
  readonly mY?: number | undefined;
  /** Momentum of that along the beam, GeV, where it is known. */
  readonly pzY?: number | undefined;
}

interface Described {
  /** What it is, as a title. */
  readonly meaning: string;
  /** The trial masses it cannot do without. */
  readonly needs: readonly (keyof TrialMasses)[];
}

/** A variable that is one number for each event. */
export interface ValueVariable extends Described {
  readonly momenta: false;
  /**
   * Takes the variable of n events.
   *
   * @param events The measured momenta: n events, GeV.
   * @param masses Trial masses; those of `needs` must be there.
   * @param out Receives the values: length n, GeV; NaN where the input is invalid, and only there.
   * @throws RangeError if a trial mass is missing, negative or not finite, or if the columns differ in length.
   */
  compute(events: AntlerEvents, masses: TrialMasses, out: Float64Array): void;
}

/** A variable that comes with the invisible momenta of its minimum. */
export interface MinimumVariable extends Described {
  readonly momenta: true;
  /**
   * Takes the variable of n events.
   *
   * @param events The measured momenta: n events, GeV.
   * @param masses Trial masses; those of `needs` must be there.
   * @param out Receives values, statuses, residuals and momenta of n events.
   * @throws RangeError if a trial mass is missing, negative or not finite, or if the columns differ in length.
   */
  compute(events: AntlerEvents, masses: TrialMasses, out: Minima): void;
}

/** A mass variable, as a registry holds it. */
export type Variable = ValueVariable | MinimumVariable;
