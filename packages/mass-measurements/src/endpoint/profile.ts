import { BrokenLineFit, TERMS } from './broken-line.ts';
import type { Edge } from './broken-line.ts';
import type { RunningSums, Window } from '../spectrum/running-sums.ts';

/** The endpoint in one window, for one edge; places are edges of the spectrum, in parts of a bin. */
export interface Profile {
  readonly edge: Edge;
  /** Mean and standard deviation of the endpoint over the likelihood. */
  readonly mean: number;
  readonly deviation: number;
  /** ln ∫ L(x) dx. */
  readonly logIntegral: number;
  /** The endpoint of the largest likelihood, its lines, and ln L in units of a typical event. */
  readonly best: number;
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
}

/** The endpoint in one window over several edges. */
export interface Averaged extends Profile {
  /** The edges that are not out of the question. */
  readonly edges: readonly Edge[];
}

/** Edges that are e⁴ = 55 times less likely than the best are out of the question. */
const LIKELY = 4;

/** Trial endpoints of each pass. */
const TRIALS = 28;

/** A pass covers what lies within this of the largest ln L: 1e-5 of the probability is outside. */
const DEPTH = 10;

/** On either side of the endpoint a window keeps this part of its length at least. */
export const MARGIN = 0.04;

/** More passes than it takes to come from any window down to a bin. */
const PASSES = 12;

/**
 * Scans the likelihood of the endpoint in a window, ever more finely around its maximum.
 *
 *     x̂ = ∫ x L(x) dx / ∫ L(x) dx,   σ² = ∫ (x − x̂)² L(x) dx / ∫ L(x) dx
 *
 * L is the likelihood maximised over the lines. Where the density ends in a fall, L falls on one side
 * only, and its maximum sits at the last event, which is always too low; the mean is not.
 *
 * @param sums Running sums of the spectrum.
 * @param window The window.
 * @param edge Whether the lines meet, and how they are smeared.
 * @param weight Weight of a typical event: ln L is divided by it.
 * @see E. J. G. Pitman, Biometrika 30 (1939) 391
 */
export function scanEndpoint(
  sums: RunningSums,
  { low, high }: Window,
  edge: Edge,
  weight: number
): Profile {
  const fit = new BrokenLineFit(sums, edge);
  const at = (trial: number) => fit.logLikelihood({ low, at: trial, high }) / weight;
  const margin = Math.max(1, Math.round(MARGIN * (high - low)), Math.round(2 * edge.sigma));
  let scan = scanRange(at, low + margin, high - margin);
  for (let pass = 0; pass < PASSES && scan.step > 1; ++pass) {
    const [first, last] = reach(scan);
    // The maximum fills the pass: finer trials would tell nothing more.
    if (last - first > TRIALS / 2) break;
    const { trials } = scan;
    scan = scanRange(
      at,
      trials[Math.max(0, first - 1)],
      trials[Math.min(last + 1, trials.length - 1)]
    );
  }
  const best = scan.trials[scan.values.indexOf(Math.max(...scan.values))];
  const logLikelihood = at(best);
  return { edge, ...moments(scan), best, logLikelihood, coefficients: fit.coefficients() };
}

interface Scan {
  readonly trials: readonly number[];
  readonly values: readonly number[];
  readonly step: number;
}

function scanRange(at: (trial: number) => number, from: number, to: number): Scan {
  const step = Math.max(1, (to - from) / (TRIALS - 1));
  const trials: number[] = [];
  for (let k = 0; from + k * step < to + 0.5; ++k) trials.push(Math.round(from + k * step));
  return { trials, values: trials.map(at), step };
}

/** The first and the last trial that are near the maximum. */
function reach({ values }: Scan): [first: number, last: number] {
  const near = Math.max(...values) - DEPTH;
  return [values.findIndex((value) => value > near), values.findLastIndex((value) => value > near)];
}

/** Each trial stands for an interval, whose own width is part of the deviation. */
function moments({ trials, values, step }: Scan) {
  const top = Math.max(...values);
  let [norm, first, second] = [0, 0, 0];
  trials.forEach((trial, i) => {
    const p = Math.exp(values[i] - top);
    const x = trial - trials[0];
    norm += p;
    first += p * x;
    second += p * x * x;
  });
  const mean = first / norm;
  const variance = Math.max(0, second / norm - mean * mean) + (step * step) / 12;
  const logIntegral = top + Math.log(norm * step);
  return { mean: trials[0] + mean, deviation: Math.sqrt(variance), logIntegral };
}

/**
 * The endpoint where the edge is not known: the mean over several edges, each with its likelihood.
 *
 * @param profiles Profiles of one window.
 * @param price What ln L must grow by for one more term of a shape.
 * @returns The profile of the most likely edge, with mean and deviation over all.
 */
export function overEdges(profiles: readonly Profile[], price: number): Averaged {
  const paid = (profile: Profile, logarithm: number) =>
    logarithm - price * TERMS[profile.edge.shape];
  const worth = (profile: Profile) => paid(profile, profile.logLikelihood);
  const best = profiles.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const logarithms = profiles.map((profile) => paid(profile, profile.logIntegral));
  const top = Math.max(...logarithms);
  const likely = profiles.filter((_, i) => logarithms[i] > top - LIKELY);
  let [norm, first, second] = [0, 0, 0];
  profiles.forEach(({ mean, deviation }, i) => {
    const p = Math.exp(logarithms[i] - top);
    const x = mean - best.mean;
    norm += p;
    first += p * x;
    second += p * (x * x + deviation * deviation);
  });
  const x = first / norm;
  const deviation = Math.sqrt(Math.max(0, second / norm - x * x));
  return { ...best, mean: best.mean + x, deviation, edges: likely.map(({ edge }) => edge) };
}
