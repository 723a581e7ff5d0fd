import type { EventBatch } from '@deelema/events';
import type { PairProduction, Pairs } from '@deelema/pair-production';
import type { PartonDistributions } from '@deelema/parton-distributions';
import type { RandomStream } from '@deelema/random';
import type { EventRoles } from './event-roles.ts';
import { toyGenerator, type ToySettings } from './toy.ts';
import { topPairGenerator, type TopPairSettings } from './ttbar.ts';

/** What is generated: toy antlers or top-quark pairs. */
export type ProcessSettings =
  ({ readonly source: 'toy' } & ToySettings) | ({ readonly source: 'ttbar' } & TopPairSettings);

/** A kind of events: how pairs are made, and what becomes of them. */
export interface EventGenerator {
  readonly production: PairProduction;
  /** Share of the pairs that decay as they do here: 1 unless other channels are left out. */
  readonly branchingRatio: number;
  /** What its events consist of. */
  readonly roles: EventRoles;
  /** Lets n pairs decay, into room for n events: fills in the momenta of `roles` in the laboratory. */
  readonly decay: (random: RandomStream, pairs: Pairs, events: EventBatch) => void;
}

/**
 * The generator of a source.
 *
 * @param settings Its settings.
 * @param partons Parton distributions of the protons.
 * @throws RangeError if the beams are too weak for the pair.
 */
export function eventGenerator(
  settings: ProcessSettings,
  partons: PartonDistributions
): EventGenerator {
  return settings.source === 'toy'
    ? toyGenerator(settings, partons)
    : topPairGenerator(settings, partons);
}
