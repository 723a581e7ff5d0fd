/** A range and the number of equal bins in it. */
export interface Binning {
  readonly low: number;
  readonly high: number;
  readonly bins: number;
}

/**
 * The smallest of 1, 2 and 5 times a power of ten that is not below `x`.
 *
 * @param x A positive number.
 */
export function roundStep(x: number): number {
  const power = Number(x.toExponential().split('e')[1]);
  const factor = [1, 2, 5, 10].find((f) => tenfold(f, power) >= x) ?? 10;
  return tenfold(factor, power);
}

/**
 * A range that covers [low, high] with bins of a round width whose edges are multiples of it.
 *
 * @param low Lowest value to cover; with `low` = `high` a thousandth around it is covered.
 * @param high Highest value to cover.
 * @param bins Number of bins at most, at least 3.
 */
export function roundRange(low: number, high: number, bins: number): Binning {
  if (low === high) {
    const margin = Math.abs(low) * 1e-3 || 1;
    return roundRange(low - margin, high + margin, bins);
  }
  let step = roundStep((high - low) / bins);
  for (;;) {
    const first = Math.floor(low / step);
    const last = Math.ceil(high / step);
    if (last - first <= bins) {
      return { low: multiple(first, step), high: multiple(last, step), bins: last - first };
    }
    step = roundStep(step * 1.5);
  }
}

/** A round number that is not below `x` > 0, by at most a fifth of it or so: a multiple of a round tenth. */
export function roundUp(x: number): number {
  const step = roundStep(x / 10);
  return multiple(Math.ceil(x / step), step);
}

/** f · 10^power without the rounding error of a power of ten below one. */
function tenfold(f: number, power: number): number {
  return Number(`${f}e${power}`);
}

/** n · step without a tail of rounding digits. */
function multiple(n: number, step: number): number {
  return Number((n * step).toPrecision(12));
}
