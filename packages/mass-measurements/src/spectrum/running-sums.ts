import type { Spectrum } from './spectrum.ts';

/** A window: numbers of edges of the spectrum. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

/** Sums over all bins below an edge: what lies between two edges is a difference. */
export interface RunningSums {
  /** Bin width, and the lower end of the range. */
  readonly low: number;
  readonly binWidth: number;
  /** Σw below edge i. */
  readonly weight: Float64Array;
  /** Σw(x − low) below edge i. */
  readonly moment: Float64Array;
  /** Σw² below edge i. */
  readonly variance: Float64Array;
}

/**
 * Running sums of a spectrum.
 *
 * @param spectrum Its binning.
 * @param content Σw of each bin: the spectrum's own, or a replica of it.
 */
export function runningSums(
  { low, binWidth, variance }: Spectrum,
  content: Float64Array
): RunningSums {
  const n = content.length;
  const sums = {
    low,
    binWidth,
    weight: new Float64Array(n + 1),
    moment: new Float64Array(n + 1),
    variance: new Float64Array(n + 1),
  };
  for (let i = 0; i < n; ++i) {
    sums.weight[i + 1] = sums.weight[i] + content[i];
    sums.moment[i + 1] = sums.moment[i] + content[i] * (i + 0.5) * binWidth;
    sums.variance[i + 1] = sums.variance[i] + variance[i];
  }
  return sums;
}

/** @returns Sum of weights between the edges `from` and `to`. */
export function weightBetween(sums: RunningSums, from: number, to: number): number {
  return sums.weight[to] - sums.weight[from];
}

/** @returns Σw²/Σw between two edges, the weight of a typical event; 1 if nothing is there. */
export function typicalWeight(sums: RunningSums, from: number, to: number): number {
  const weight = weightBetween(sums, from, to);
  return weight > 0 ? (sums.variance[to] - sums.variance[from]) / weight : 1;
}

/** @returns The first edge below which a fraction `p` of all weight lies. */
export function quantileEdge({ weight }: RunningSums, p: number): number {
  const wanted = p * weight[weight.length - 1];
  const edge = weight.findIndex((sum) => sum >= wanted);
  return edge < 0 ? weight.length - 1 : edge;
}

/** @returns The effective number of events between two edges, (Σw)²/Σw²; not positive where Σw is not. */
export function eventsBetween(sums: RunningSums, from: number, to: number): number {
  return weightBetween(sums, from, to) / typicalWeight(sums, from, to);
}
