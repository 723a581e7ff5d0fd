/** What is left after a cut and all before it. */
export interface CutFlowStep {
  /** The requirement, e.g. `a pT ≥ 30 GeV`. */
  readonly cut: string;
  /** Number of events that pass it and all before it. */
  readonly events: number;
  /** Σw of these events / Σw of all events. */
  readonly fraction: number;
}

/** A fraction of the events and its statistical error. */
export interface Efficiency {
  readonly value: number;
  readonly error: number;
}

/** Counts events by the first cut they fail. */
export interface CutFlow {
  /** Takes one event: the number of the first cut it fails, or that of all cuts, and its weight. */
  add(failed: number, weight: number): void;
  /** Number of events so far, and their Σw. */
  readonly all: { readonly events: number; readonly weight: number };
  /** What is left after each cut, in their order. */
  readonly steps: readonly CutFlowStep[];
  /** Of all cuts together. */
  readonly efficiency: Efficiency;
}

/**
 * Starts the cut flow of a selection.
 *
 *     ε = Σ_pass w / Σ w,   σ_ε² = [(1 − ε)² Σ_pass w² + ε² Σ_fail w²] / (Σ w)²
 *
 * With unit weights σ_ε² = ε(1 − ε)/n, the binomial one. Weights are signed: ε may then lie outside
 * [0, 1] by a few σ. Fractions are NaN without events and where Σw = 0.
 *
 * @param cuts The requirements, in the order in which they are applied.
 */
export function createCutFlow(cuts: readonly string[]): CutFlow {
  // Entry k: of the events that fail cut k first; the last entry: of those that pass all.
  const [events, weights, squares] = [0, 1, 2].map(() => new Float64Array(cuts.length + 1));
  const sumFrom = (column: Float64Array, first: number): number =>
    column.subarray(first).reduce((sum, value) => sum + value, 0);
  const fraction = (first: number): number => sumFrom(weights, first) / sumFrom(weights, 0);
  return {
    add(failed, weight) {
      events[failed] += 1;
      weights[failed] += weight;
      squares[failed] += weight * weight;
    },
    get all() {
      return { events: sumFrom(events, 0), weight: sumFrom(weights, 0) };
    },
    get steps() {
      return cuts.map((cut, k) => {
        return { cut, events: sumFrom(events, k + 1), fraction: fraction(k + 1) };
      });
    },
    get efficiency() {
      const value = fraction(cuts.length);
      const passed = squares[cuts.length];
      const failed = sumFrom(squares, 0) - passed;
      const variance = (1 - value) ** 2 * passed + value ** 2 * failed;
      return { value, error: Math.sqrt(variance) / Math.abs(sumFrom(weights, 0)) };
    },
  };
}
