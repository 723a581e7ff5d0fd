import type { ResolutionTable } from '@deelema/kinematics';
import type { AntlerEvents } from '@deelema/mass-variables';
import type { PairDensitySettings } from '@deelema/pair-production';

/** What made the events, as far as their density depends on it. */
export interface LikelihoodSettings {
  /** Masses of the invisible particles of branch 1 and branch 2, GeV. */
  readonly mC: readonly [number, number];
  /** Beams, process and partons that make the pair. */
  readonly collider: Omit<PairDensitySettings, 'poleMasses' | 'offShell'>;
  /** Evenly over phase space, or as t → b W → b ℓ ν, V − A, with massless ℓ and ν. */
  readonly decays: 'flat' | 'top';
  /** Widths of A and B, GeV; 0 for narrow ones, both or none. */
  readonly widthA: number;
  readonly widthB: number;
  /** Energy resolution that a and b were measured with; what is left out was measured perfectly. */
  readonly resolution: {
    readonly a?: ResolutionTable | undefined;
    readonly b?: ResolutionTable | undefined;
  };
  /** Share of events whose b's belong to the other branch: 0 if the pairing is given, ½ if it is unknown. */
  readonly wrongPairing: number;
  /** Share of events that are no such antlers. */
  readonly outliers: number;
  /** How many times widths and energies are drawn for a usual event; see `EventDensity`. */
  readonly draws: number;
  /** Of the draws. */
  readonly seed: number;
}

/** Events with weights, which may be negative; all 1 if omitted: n numbers. */
export interface WeightedEvents extends AntlerEvents {
  readonly weights?: Float64Array;
}
