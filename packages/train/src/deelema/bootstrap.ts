import { stream } from '@deelema/random';
import { solvePositive } from './maximum.ts';
import type { Maximum } from './maximum.ts';

/** Resamples of the events. */
const RESAMPLES = 400;

/**
 * Where the maximum lies in resamples of the events.
 *
 *     θ_b = θ − H⁻¹ Σ_i (n_i − 1) s_i,   n_i Poisson with mean 1
 *
 * one Newton step from the maximum of all events.
 *
 * @param maximum θ, H and the scores s.
 * @param seed Of the stream `train, bootstrap`.
 * @param name What is resampled: names the stream.
 * @returns Parameters of each resample; empty if the sum is not concave.
 * @see B. Efron, Ann. Statist. 7 (1979) 1
 */
export function bootstrap(maximum: Maximum, seed: number, name: string): number[][] {
  const { parameters, hessian, scores } = maximum;
  const negative = hessian.map((row) => row.map((value) => -value));
  const found: number[][] = [];
  for (let b = 0; b < RESAMPLES; ++b) {
    const { uniform } = stream(seed, 'train', 'bootstrap', name, b);
    const gradient = scores.map(() => 0);
    for (let event = 0; event < scores[0].length; ++event) {
      const extra = poissonOne(uniform()) - 1;
      if (extra !== 0) scores.forEach((score, i) => (gradient[i] += extra * score[event]));
    }
    const step = solvePositive(negative, gradient);
    if (step === undefined) return [];
    found.push(parameters.map((value, i) => value + step[i]));
  }
  return found;
}

/** Poisson number with mean 1 from a uniform one. */
function poissonOne(uniform: number): number {
  let [k, term] = [0, Math.exp(-1)];
  for (let rest = uniform - term; rest >= 0 && k < 20; rest -= term) {
    ++k;
    term /= k;
  }
  return k;
}
