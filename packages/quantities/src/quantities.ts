import { COMPONENTS, type MassColumn, type Quantity, type TableNumber } from '@deelema/records';
import type { Documents } from './documents.ts';
import { correlation, residualWidth, type MomentaOf } from './momenta.ts';
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

const inGeV = (name: string, title: string, read: Read): QuantityDefinition => {
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
    ...masses.map((m) => inGeV(`auxiliary.m${m}`, `m̃_${m}`, trainedMass(m))),
    ...masses.map((m) => inGeV(`resolution.m${m}`, `τ_${m}`, resolution(m))),
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
        inGeV(`truth.m${m}.${s}`, `true m_${m}${s === 'median' ? '' : `, ${s}`}`, truth(m, s))
      )
    ),
    ...columns.flatMap((m) =>
      [...STATISTICS, 'peak' as const].map((s) =>
        inGeV(`perEvent.${m}.${s}`, `${m}, ${s}`, perEvent(m, s))
      )
    ),
    ...momenta('momenta', 'training', ''),
    ...momenta('m2ccMomenta', 'm2cc', ', M_2CC(ab)'),
    ...OF_ANTLERS,
  ];
}

/** How well the invisible momenta of rightly paired events are known. */
function momenta(prefix: string, method: MomentaOf, by: string): QuantityDefinition[] {
  return COMPONENTS.flatMap((component) => {
    const [name, q] = [`${prefix}.${component}`, component.replace('q', 'q_')];
    return [
      pure(`${name}.correlation`, `correlation of ${q}${by}`, correlation(method, component)),
      inGeV(`${name}.width`, `resolution of ${q}${by}`, residualWidth(method, component)),
    ];
  });
}

/** What baselines find, whatever the training takes the events for. */
const OF_ANTLERS: readonly QuantityDefinition[] = [
  inGeV('likelihood.mA', 'm_A, likelihood', wholeSample('likelihood', 'mA')),
  inGeV('likelihood.mB', 'm_B, likelihood', wholeSample('likelihood', 'mB')),
  inGeV('solvability.mA', 'm_A, solvability', wholeSample('solvability', 'mA')),
  inGeV('solvability.mB', 'm_B, solvability', wholeSample('solvability', 'mB')),
  inGeV('endpoint.mt2_b', 'end of M_T2(b)', endpoint('mt2_b')),
  inGeV('endpoint.mt2_ab', 'end of M_T2(ab)', endpoint('mt2_ab')),
  inGeV('endpoint.m2cc_b', 'end of M_2CC(b)', endpoint('m2cc_b')),
  inGeV('endpoint.m2cc_ab', 'end of M_2CC(ab)', endpoint('m2cc_ab')),
  pure('events', 'events', ({ evaluation }) => ({ value: evaluation.events, error: null })),
];
