import { createRequire } from 'node:module';

/** The part of jStat that is used here. */
interface JStat {
  readonly chisquare: {
    /** Probability of a value up to `x` for `ndf` degrees of freedom. */
    cdf(x: number, ndf: number): number;
  };
}

// Not by `import`: the package has no types of its own.
const jStat = createRequire(import.meta.url)('jstat') as JStat;

/**
 * Probability of a χ² as large as this or larger, if nothing but chance is at work.
 *
 *     p = 1 − P(ndf/2, χ²/2),   P the regularised lower incomplete gamma function
 *
 * Good to about 1e-11: smaller values come out as 0 or as rounding errors.
 *
 * @param chiSquare χ², not negative.
 * @param ndf Degrees of freedom, at least 1.
 */
export function pValue(chiSquare: number, ndf: number): number {
  return Math.max(1 - jStat.chisquare.cdf(chiSquare, ndf), 0);
}
