import type { RandomStream } from '@deelema/random';

/**
 * Draws the masses of one event into `masses`, GeV: entry 0 is m of A₁, entry 1 of A₂, further entries
 * are the drawer's own. Called anew for every proposal: some two and a half times per event for a
 * resonance of 1 % width, half of them in vain because production prefers light pairs.
 */
export type MassDraw = (random: RandomStream, masses: Float64Array) => void;

/** The masses of an event. */
export interface MassSettings {
  /** Numbers per event, 2 or more. */
  readonly count: number;
  /** Least masses of A₁ and A₂ that are ever drawn, GeV. */
  readonly least: readonly [number, number];
  /**
   * Draws from the density that masses have by themselves, without regard to production: the sampler
   * multiplies it with the weight of production, and its cross-section is the mean of that.
   */
  readonly draw: MassDraw;
}

/** Draws that are looked at to know the spread of m₁ + m₂. */
const LOOKS = 256;

/**
 * Pairs of masses from one end of their range to the other.
 *
 * @param masses How they are drawn.
 * @param random Where the draws come from.
 * @returns The least pair and, unless masses are fixed, drawn ones: lower quartile, median, upper
 *  quartile and heaviest; last the middle of the least and the lower quartile.
 */
export function massSamples(
  { count, least, draw }: MassSettings,
  random: RandomStream
): Float64Array[] {
  const drawn = Array.from({ length: LOOKS }, () => {
    const masses = new Float64Array(count);
    draw(random, masses);
    return masses;
  }).sort((one, two) => one[0] + one[1] - two[0] - two[1]);
  const heaviest = drawn[LOOKS - 1];
  const lightest = new Float64Array(count);
  lightest.set(least);
  if (heaviest[0] === least[0] && heaviest[1] === least[1]) return [lightest];
  const quartiles = [1, 2, 3].map((k) => drawn[(k * LOOKS) >> 2]);
  const between = lightest.map((mass, k) => (mass + quartiles[0][k]) / 2);
  return [lightest, ...quartiles, heaviest, between];
}
