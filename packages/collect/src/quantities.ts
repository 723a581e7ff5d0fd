import type { TableNumber } from '@deelema/records';
import type { QuantityName } from '@deelema/workflow';
import type { Documents } from './documents.ts';
import {
  deviation,
  endpoint,
  pairingEfficiency,
  perEvent,
  pull,
  resolution,
  trainedMass,
  truth,
  validationLoss,
  wholeSample,
} from './numbers.ts';

/** A quantity of the table, and where a member's number of it stands. */
export interface QuantityDefinition {
  readonly title: string;
  readonly unit: 'GeV' | '';
  readonly read: (documents: Documents) => TableNumber;
}

const mass = (title: string, read: QuantityDefinition['read']): QuantityDefinition => ({
  title,
  unit: 'GeV',
  read,
});
const pure = (title: string, read: QuantityDefinition['read']): QuantityDefinition => ({
  title,
  unit: '',
  read,
});

/** Every quantity of the table. Masses of single events are those of the evaluated split. */
export const QUANTITIES: Readonly<Record<QuantityName, QuantityDefinition>> = {
  'auxiliary.mA': mass('m̃_A', trainedMass('A')),
  'auxiliary.mB': mass('m̃_B', trainedMass('B')),
  'resolution.mA': mass('τ_A', resolution('A')),
  'resolution.mB': mass('τ_B', resolution('B')),
  'deviation.mA': pure('m̃_A / true m_A − 1', deviation('A')),
  'deviation.mB': pure('m̃_B / true m_B − 1', deviation('B')),
  'pull.mA': pure('pull of m̃_A', pull('A')),
  'pull.mB': pure('pull of m̃_B', pull('B')),
  'loss.validation': pure('validation loss', validationLoss),
  'pairing.efficiency': pure('right pairings', pairingEfficiency),
  'truth.mA.mean': mass('true m_A, mean', truth('A', 'mean')),
  'truth.mA.width': mass('true m_A, width', truth('A', 'width')),
  'truth.mA.median': mass('true m_A', truth('A', 'median')),
  'truth.mB.mean': mass('true m_B, mean', truth('B', 'mean')),
  'truth.mB.width': mass('true m_B, width', truth('B', 'width')),
  'truth.mB.median': mass('true m_B', truth('B', 'median')),
  'perEvent.m_A1.mean': mass('m_A1, mean', perEvent('m_A1', 'mean')),
  'perEvent.m_A1.width': mass('m_A1, width', perEvent('m_A1', 'width')),
  'perEvent.m_A1.median': mass('m_A1, median', perEvent('m_A1', 'median')),
  'perEvent.m_A2.mean': mass('m_A2, mean', perEvent('m_A2', 'mean')),
  'perEvent.m_A2.width': mass('m_A2, width', perEvent('m_A2', 'width')),
  'perEvent.m_A2.median': mass('m_A2, median', perEvent('m_A2', 'median')),
  'perEvent.m_B1.mean': mass('m_B1, mean', perEvent('m_B1', 'mean')),
  'perEvent.m_B1.width': mass('m_B1, width', perEvent('m_B1', 'width')),
  'perEvent.m_B1.median': mass('m_B1, median', perEvent('m_B1', 'median')),
  'perEvent.m_B2.mean': mass('m_B2, mean', perEvent('m_B2', 'mean')),
  'perEvent.m_B2.width': mass('m_B2, width', perEvent('m_B2', 'width')),
  'perEvent.m_B2.median': mass('m_B2, median', perEvent('m_B2', 'median')),
  'likelihood.mA': mass('m_A, likelihood', wholeSample('likelihood', 'mA')),
  'likelihood.mB': mass('m_B, likelihood', wholeSample('likelihood', 'mB')),
  'solvability.mA': mass('m_A, solvability', wholeSample('solvability', 'mA')),
  'solvability.mB': mass('m_B, solvability', wholeSample('solvability', 'mB')),
  'endpoint.mt2_b': mass('end of M_T2(b)', endpoint('mt2_b')),
  'endpoint.mt2_ab': mass('end of M_T2(ab)', endpoint('mt2_ab')),
  'endpoint.m2cc_b': mass('end of M_2CC(b)', endpoint('m2cc_b')),
  'endpoint.m2cc_ab': mass('end of M_2CC(ab)', endpoint('m2cc_ab')),
  events: pure('events', ({ evaluation }) => ({ value: evaluation.events, error: null })),
};
