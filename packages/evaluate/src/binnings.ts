import type { Family } from './families.ts';
import { roundRange, roundUp } from './statistics/round-range.ts';
import type { Binning } from './statistics/round-range.ts';
import type { Survey } from './survey.ts';

type Range = readonly [low: number, high: number];

/** Settings of the histograms and heat maps; ranges in GeV. */
export interface BinningSettings {
  readonly bins: { readonly mass: number; readonly momentum: number };
  readonly ranges: {
    readonly A?: Range | undefined;
    readonly B?: Range | undefined;
    readonly transverse?: Range | undefined;
    readonly longitudinal?: Range | undefined;
  };
}

/** The common binning of each family of quantities. */
export interface Binnings {
  readonly masses: readonly (Binning & Pick<Family, 'quantities'>)[];
  readonly transverse: Binning;
  readonly longitudinal: Binning;
}

/** An automatic range leaves this fraction of each quantity out on either side. */
const TAIL = 0.005;

/** Room on either side of an automatic mass range, in units of its length. */
const MARGIN = 0.05;

/** Nor does it go further than this from a peak, in half-widths: a long tail must not thin the peak. */
const PEAK_WIDTHS = 8;

/**
 * Chooses binnings: as set, or covering 99 % of each quantity, tails far beyond its peak
 * apart, and the masses marked in its panel.
 *
 * @param survey The first reading of the events.
 * @param auxiliary The auxiliary masses, GeV.
 * @param settings Bins and given ranges.
 */
export function chooseBinnings(
  survey: Survey,
  auxiliary: Readonly<Record<string, number>>,
  { bins, ranges }: BinningSettings
): Binnings {
  const masses = (family: Family): Binning => {
    const given = family.name === 'A' || family.name === 'B' ? ranges[family.name] : undefined;
    if (given !== undefined) return { low: given[0], high: given[1], bins: bins.mass };
    const marked = family.auxiliary.map((name) => auxiliary[name]);
    const edges = [...marked, ...massEdges(survey, family)].filter(Number.isFinite);
    const [low, high] = edges.length === 0 ? [0, 1] : [Math.min(...edges), Math.max(...edges)];
    const margin = MARGIN * (high - low);
    return roundRange(low - margin, high + margin, bins.mass);
  };
  const momenta = (direction: 'transverse' | 'longitudinal') => {
    const [low, high] = ranges[direction] ?? symmetric(survey.reach[direction].quantile(1 - TAIL));
    return { low, high, bins: bins.momentum };
  };
  return {
    masses: survey.conjecture.families.map((family) => ({
      ...masses(family),
      quantities: family.quantities,
    })),
    transverse: momenta('transverse'),
    longitudinal: momenta('longitudinal'),
  };
}

function massEdges(survey: Survey, { quantities, trueMasses }: Family): number[] {
  const sketches = quantities.map((name) => survey.masses[name].sketch);
  const edges = sketches.flatMap((sketch) => {
    const [q16, median, q84] = [0.16, 0.5, 0.84].map((p) => sketch.quantile(p));
    const reach = (PEAK_WIDTHS * (q84 - q16)) / 2;
    return [
      Math.max(sketch.quantile(TAIL), median - reach),
      Math.min(sketch.quantile(1 - TAIL), median + reach),
    ];
  });
  return [...edges, ...trueMasses.map((name) => survey.trueMasses[name].sketch.quantile(0.5))];
}

function symmetric(reach: number): Range {
  const high = roundUp(reach > 0 ? reach : 1);
  return [-high, high];
}
