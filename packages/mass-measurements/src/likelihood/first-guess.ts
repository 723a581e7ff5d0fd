import { mt2Columns } from '@deelema/mass-variables';
import type { LikelihoodSettings, WeightedEvents } from './settings.ts';
import type { Region } from './surface.ts';

/** Share of events below the guess: those above are smeared, off shell or wrongly paired. */
const QUANTILE = 0.95;

/** Size of the first region in units of the mass differences that the guess has. */
const REACH = 0.4;

/** Events that the guess is made from. */
const LOOKS = 10_000;

/**
 * A first guess of the masses, from where M_T2 ends.
 *
 *     m_B ≈ M_T2(b),   m_A ≈ M_T2(ab),   95 % of the events below, the lesser of both pairings
 *
 * @param events The sample.
 * @param settings Mass of the invisible particles.
 * @returns A region that holds the masses of most antlers.
 */
export function firstGuess(events: WeightedEvents, { mC }: LikelihoodSettings): Region {
  const ofB = mt2Columns('b', events, mC).subarray(0, LOOKS);
  const straight = mt2Columns('ab', events, mC).subarray(0, LOOKS);
  const exchanged = mt2Columns('ab', { ...events, b1: events.b2, b2: events.b1 }, mC);
  const ofAB = straight.map((value, i) => Math.min(value, exchanged[i]));
  const lightest = Math.min(...mC);
  const mB = quantile(ofB);
  const mA = Math.max(quantile(ofAB), mB + 0.1 * (mB - lightest));
  return { mA, mB, halfA: REACH * (mA - lightest), halfB: REACH * (mB - lightest) };
}

function quantile(values: Float64Array): number {
  const finite = values.filter(Number.isFinite).sort();
  return finite[Math.floor(QUANTILE * (finite.length - 1))];
}
