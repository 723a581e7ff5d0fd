/** A mass with its error, GeV; null where there is no edge. */
export interface MeasuredMass {
  readonly value: number | null;
  readonly error: number | null;
}

/** Masses at the edge of solvability, ready for JSON. */
export interface SolvabilityMeasurement {
  readonly mA: MeasuredMass;
  readonly mB: MeasuredMass;
  readonly correlation: number | null;
  /** Number of events. */
  readonly events: number;
  /** The first map: fraction of (mA[i], mB[j]) at `j * mA.length + i`, null unless M_A > M_B > m_C. */
  readonly map: {
    readonly mA: number[];
    readonly mB: number[];
    readonly fractions: (number | null)[];
  };
  readonly curve: { readonly mC: number[]; readonly fractions: (number | null)[] } | null;
  readonly details: {
    readonly pairing: string;
    /** Maps counted, each closer than the last. */
    readonly passes: number;
    /** The last window, GeV. */
    readonly window: { readonly mA: readonly number[]; readonly mB: readonly number[] };
    /** σ of the Gaussian that smears the edge in M_A, GeV; null without an edge. */
    readonly resolution: number | null;
    /** Standard deviations over the replicas, GeV; null without an edge. */
    readonly bootstrap: { readonly mA: number; readonly mB: number; readonly found: number } | null;
    /** What the errors hold beside the bootstrap, GeV; null without an edge. */
    readonly systematic: { readonly mA: number; readonly mB: number } | null;
    /** Why there are no masses; null if there are. */
    readonly reason: string | null;
  };
}
