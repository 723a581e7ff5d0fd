import type { MassColumn, Quantity, TableNumber } from '@deelema/records';
import type { Documents } from './documents.ts';
import {
  deviation,
  endpoint,
  pairingEfficiency,
  perEvent,
  pull,
  pulls,
  resolution,
  trainedMass,
  truth,
  validationLoss,
  wholeSample,
} from './numbers.ts';

/** A quantity of the table, and where a member's number of it stands. */
export interface QuantityDefinition extends Quantity {
  readonly read: (documents: Documents) => TableNumber;
}

type Read = QuantityDefinition['read'];

const mass = (name: string, title: string, read: Read): QuantityDefinition => {
  return { name, title, unit: 'GeV', read };
};
const pure = (name: string, title: string, read: Read): QuantityDefinition => {
  return { name, title, unit: '', read };
};

const STATISTICS = ['mean', 'width', 'median'] as const;

/**
 * Every quantity of the table. Masses of single events are those of the evaluated split.
 *
 * @param masses Names of the auxiliary masses, e.g. `A`.
 * @param columns Names of the masses of single events, e.g. `m_A1`.
 */
export function quantitiesOf(
  masses: readonly string[],
  columns: readonly MassColumn['column'][]
): QuantityDefinition[] {
  return [
    ...masses.map((m) => mass(`auxiliary.m${m}`, `m̃_${m}`, trainedMass(m))),
    ...masses.map((m) => mass(`resolution.m${m}`, `τ_${m}`, resolution(m))),
    ...masses.map((m) => pure(`deviation.m${m}`, `m̃_${m} / true m_${m} − 1`, deviation(m))),
    ...masses.map((m) => pure(`pull.m${m}`, `pull of m̃_${m}`, pull(m))),
    ...masses.flatMap((m) => [
      pure(`pulls.m${m}.mean`, `mean pull of m̃_${m} in pseudo-experiments`, pulls(m, 'mean')),
      pure(`pulls.m${m}.width`, `width of these pulls of m̃_${m}`, pulls(m, 'width')),
    ]),
    pure('loss.validation', 'validation loss', validationLoss),
    pure('pairing.efficiency', 'right pairings', pairingEfficiency),
    ...masses.flatMap((m) =>
      STATISTICS.map((s) =>
        mass(`truth.m${m}.${s}`, `true m_${m}${s === 'median' ? '' : `, ${s}`}`, truth(m, s))
      )
    ),
    ...columns.flatMap((m) =>
      STATISTICS.map((s) => mass(`perEvent.${m}.${s}`, `${m}, ${s}`, perEvent(m, s)))
    ),
    ...OF_ANTLERS,
  ];
}

/** What baselines find, whatever the training takes the events for. */
const OF_ANTLERS: readonly QuantityDefinition[] = [
  mass('likelihood.mA', 'm_A, likelihood', wholeSample('likelihood', 'mA')),
  mass('likelihood.mB', 'm_B, likelihood', wholeSample('likelihood', 'mB')),
  mass('solvability.mA', 'm_A, solvability', wholeSample('solvability', 'mA')),
  mass('solvability.mB', 'm_B, solvability', wholeSample('solvability', 'mB')),
  mass('endpoint.mt2_b', 'end of M_T2(b)', endpoint('mt2_b')),
  mass('endpoint.mt2_ab', 'end of M_T2(ab)', endpoint('mt2_ab')),
  mass('endpoint.m2cc_b', 'end of M_2CC(b)', endpoint('m2cc_b')),
  mass('endpoint.m2cc_ab', 'end of M_2CC(ab)', endpoint('m2cc_ab')),
  pure('events', 'events', ({ evaluation }) => ({ value: evaluation.events, error: null })),
];
