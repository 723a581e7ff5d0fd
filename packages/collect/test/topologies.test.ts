import { QUANTITY_NAMES } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { fourMassesEvaluation, oneStepEvaluation } from '../../../test/support/other-topologies.ts';
import { config } from '../src/config.mjs';
import { makeTable } from '../src/make-table.ts';
import { shownByDefault } from '../src/shown.ts';
import { someDocuments } from './support/members.ts';

const documents = someDocuments();
const antler = { name: 'antler', labels: {}, ...documents };

/** The same member with the masses of another evaluation. */
function member(name: string, evaluation: typeof documents.evaluation) {
  const { auxiliary, measured } = evaluation;
  const training = { ...documents.training, auxiliary, measurement: measured };
  return { ...antler, name, training, evaluation };
}

describe('the table of a study of topologies', () => {
  const members = [
    antler,
    member('one-step', oneStepEvaluation()),
    member('four', fourMassesEvaluation()),
  ];
  const table = makeTable('s', members);
  const numbers = (name: string, quantity: string) =>
    table.members.find((row) => row.name === name)?.numbers[quantity];

  it('has the quantities of all masses that occur, each of every member', () => {
    const names = table.quantities.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...QUANTITY_NAMES]));
    const others = names.filter((name) => !(QUANTITY_NAMES as readonly string[]).includes(name));
    // Of D and E: four quantities, two of pulls, three of the truth and four of the events each.
    expect(others).toHaveLength(26);
    expect(others).toEqual(
      expect.arrayContaining(['auxiliary.mD', 'pull.mE', 'truth.mD.median', 'perEvent.m_E2.width'])
    );
    expect(others.filter((name) => !config.safeParse({ show: [name] }).success)).toEqual([]);
    for (const row of table.members) expect(Object.keys(row.numbers)).toEqual(names);
  });

  it('has nothing where a member has no such mass', () => {
    const nothing = { value: null, error: null };
    expect(numbers('antler', 'auxiliary.mD')).toEqual(nothing);
    for (const quantity of ['auxiliary.mB', 'deviation.mB', 'pull.mB', 'perEvent.m_B1.width']) {
      expect(numbers('one-step', quantity)).toEqual(nothing);
    }
    expect(numbers('one-step', 'truth.mB.median')?.value).toBeCloseTo(800, 9);
    expect(numbers('four', 'auxiliary.mE')).toEqual({ value: 800.5, error: 0.7 });
    expect(numbers('four', 'perEvent.m_B2.mean')).toEqual(nothing);
  });

  it('shows them behind those of A and B', () => {
    expect(shownByDefault(table).slice(0, 9)).toEqual([
      ...['truth.mA.median', 'truth.mB.median', 'truth.mD.median', 'truth.mE.median'],
      ...['auxiliary.mA', 'auxiliary.mB', 'auxiliary.mD', 'auxiliary.mE'],
      'pairing.efficiency',
    ]);
  });
});
