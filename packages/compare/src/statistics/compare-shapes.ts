import { sumOf, type Binned } from './binned.ts';
import { mergeBins, type BinRange } from './merge-bins.ts';
import { pValue } from './p-value.ts';

/** How far two shapes are apart. */
export interface ShapeComparison {
  readonly chiSquare: number;
  /** Degrees of freedom: one less than there are bins after merging. */
  readonly ndf: number;
  /** Probability of such a χ² or a larger one, if both histograms have one shape; null if there is one bin only. */
  readonly pValue: number | null;
}

/** Sums of one merged bin: p = Σw / ΣΣw, and its variance for each unit of p. */
interface Fraction {
  readonly p: number;
  readonly perUnit: number;
}

/**
 * χ² between the shapes of two weighted histograms.
 *
 *     χ² = Σ d²/v − (Σ d f/v)² / Σ f²/v,   d = p − q,   v = f (r₁/W₁ + r₂/W₂) + (band · f)²
 *
 * p and q are the fractions of the sums of weights W₁ and W₂ in a bin, f their mean in proportion to the numbers of
 * unweighted entries N = W²/Σw², r = Σw²/Σw of the bin: v is the variance that d has if both histograms have the shape
 * f, each bin of one of them being uncertain by `band` besides. The second term leaves out the difference that a common
 * factor would mend, for the histograms are compared in shape only; so χ² has one degree of freedom less than bins,
 * whatever the weights. Without weights and without a band it is Pearson's χ² of homogeneity, and the second term is 0.
 *
 * Bins with too few entries are joined first; under- and overflow are left out.
 *
 * @param one Bins of one histogram.
 * @param two The same bins of another.
 * @param band Relative uncertainty of each bin that is not of statistical nature.
 * @returns The comparison; null if the weights of a histogram do not sum to a positive number.
 * @throws RangeError if the histograms differ in their number of bins.
 * @see N. D. Gagunashvili, Nucl. Instrum. Meth. A 614 (2010) 287, arXiv:0905.4221, on weighted histograms
 */
export function compareShapes(one: Binned, two: Binned, band: number): ShapeComparison | null {
  if (one.sums.length !== two.sums.length) {
    throw new RangeError(
      `compareShapes: ${one.sums.length} and ${two.sums.length} bins, expected the same number.`
    );
  }
  if (!(sumOf(one.sums) > 0 && sumOf(two.sums) > 0)) return null;
  const ranges = mergeBins(one, two);
  const chiSquare = chiSquareOf(fractions(one, ranges), fractions(two, ranges), band);
  const ndf = ranges.length - 1;
  return { chiSquare, ndf, pValue: ndf === 0 ? null : pValue(chiSquare, ndf) };
}

function fractions({ sums, squares }: Binned, ranges: readonly BinRange[]): Fraction[] {
  const total = sumOf(sums);
  const typical = sumOf(squares) / total;
  return ranges.map(([from, to]) => {
    const w = sumOf(sums, from, to);
    // An empty bin, or one whose weights cancel, says nothing of the size of its weights.
    const ratio = w > 0 ? sumOf(squares, from, to) / w : typical;
    return { p: w / total, perUnit: ratio / total };
  });
}

function chiSquareOf(one: readonly Fraction[], two: readonly Fraction[], band: number): number {
  const [entries1, entries2] = [entriesOf(one), entriesOf(two)];
  let dd = 0;
  let df = 0;
  let ff = 0;
  one.forEach(({ p, perUnit }, i) => {
    const d = p - two[i].p;
    const f = (entries1 * p + entries2 * two[i].p) / (entries1 + entries2);
    const v = f * (perUnit + two[i].perUnit) + (band * f) ** 2;
    dd += (d * d) / v;
    df += (d * f) / v;
    ff += (f * f) / v;
  });
  return Math.max(dd - (df * df) / ff, 0);
}

/** (ΣΣw)² / ΣΣw², by the fractions. */
function entriesOf(parts: readonly Fraction[]): number {
  return 1 / parts.reduce((sum, { p, perUnit }) => sum + p * perUnit, 0);
}
