import { describe, expect, it } from 'vitest';
import { createCutFlow } from '../src/cut-flow.ts';

/** The cut flow of events given by the number of the first cut they fail and their weight. */
function flow(cuts: string[], ...events: [failed: number, weight: number][]) {
  const cutFlow = createCutFlow(cuts);
  for (const [failed, weight] of events) cutFlow.add(failed, weight);
  return cutFlow;
}

describe('createCutFlow', () => {
  it('counts who is left after each cut, by hand', () => {
    const { all, steps } = flow(['first', 'second'], [0, 1], [1, 1], [2, 1], [2, 1], [0, 1]);
    expect(all).toEqual({ events: 5, weight: 5 });
    expect(steps).toEqual([
      { cut: 'first', events: 3, fraction: 3 / 5 },
      { cut: 'second', events: 2, fraction: 2 / 5 },
    ]);
  });

  it('has the binomial error √(ε(1 − ε)/n) with equal weights, whatever they are', () => {
    for (const w of [1, 2.5]) {
      const events = Array.from({ length: 400 }, (_, i): [number, number] => [i % 4 ? 0 : 1, w]);
      const { value, error } = flow(['cut'], ...events).efficiency;
      expect(value).toBe(0.25);
      expect(error).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 400), 14);
    }
  });

  it('weighs events by their signed weights', () => {
    const { steps, efficiency } = flow(['cut'], [1, 3], [1, -1], [0, 2]);
    expect(steps).toEqual([{ cut: 'cut', events: 2, fraction: 0.5 }]);
    // ((1/2)² (9 + 1) + (1/2)² 4) / 4², by hand.
    expect(efficiency.error).toBeCloseTo(Math.sqrt(3.5) / 4, 14);
  });

  it('has the spread of many samples as its error, weights of mixed sign included', () => {
    let state = 1;
    const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const efficiencies = Array.from({ length: 2000 }, () => {
      const events = Array.from({ length: 400 }, (): [number, number] => {
        const weight = uniform() < 0.2 ? -1 : 1;
        // Events of negative weight pass more often: the weighted efficiency is (0.8·0.4 − 0.2·0.7)/0.6.
        return [uniform() < (weight < 0 ? 0.7 : 0.4) ? 1 : 0, weight];
      });
      return flow(['cut'], ...events).efficiency;
    });
    const mean = average(efficiencies.map(({ value }) => value));
    const spread = Math.sqrt(average(efficiencies.map(({ value }) => (value - mean) ** 2)));
    const error = average(efficiencies.map((efficiency) => efficiency.error));
    // The spread of 2000 samples is known to 1/√4000 = 1.6 %; the formula is of first order in 1/√400.
    expect(Math.abs(error / spread - 1)).toBeLessThan(0.06);
    // A ratio of sums is biased: −cov(Σ_pass, Σ)/⟨Σ⟩² + ε var(Σ)/⟨Σ⟩² = −0.0011.
    expect(Math.abs(mean - 0.2989)).toBeLessThan((4 * spread) / Math.sqrt(2000));
  });

  it('passes everything where there are no cuts, without error', () => {
    const { steps, efficiency } = flow([], [0, 1], [0, 0.5]);
    expect(steps).toEqual([]);
    expect(efficiency).toEqual({ value: 1, error: 0 });
  });

  it('has no fractions without events', () => {
    expect(createCutFlow(['cut']).efficiency).toEqual({ value: NaN, error: NaN });
  });
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
