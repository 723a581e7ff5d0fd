import { tableSchema } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { QUANTITY_NAMES } from '@deelema/workflow';
import { evaluationWithoutBaselines } from '../../../test/support/frozen-evaluation.ts';
import { PAPER_TRAINING } from '../../../test/support/trainings.ts';
import { makeTable } from '../src/make-table.ts';
import { someDocuments } from './support/members.ts';

const documents = someDocuments();

/** What stands at a path such as `evaluation.masses.m_A1.mean`. */
function at(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], documents);
}

/** A quantity, and where its value and its error stand in the documents that the stages write. */
type Source = readonly [name: string, value: string, error?: string];

const SOURCES: readonly Source[] = [
  ['auxiliary.mA', 'training.auxiliary.A', 'training.measurement.masses.A.error'],
  ['auxiliary.mB', 'training.auxiliary.B', 'training.measurement.masses.B.error'],
  ['resolution.mA', 'training.measurement.resolutions.A'],
  ['resolution.mB', 'training.measurement.resolutions.B'],
  ['pull.mA', 'evaluation.measured.masses.A.pull'],
  ['pull.mB', 'evaluation.measured.masses.B.pull'],
  ...['A', 'B'].flatMap((particle): Source[] => {
    const pulls = `training.measurement.experiments.pulls.${particle}`;
    return [
      [`pulls.m${particle}.mean`, `${pulls}.mean`, `${pulls}.meanError`],
      [`pulls.m${particle}.width`, `${pulls}.width`, `${pulls}.widthError`],
    ];
  }),
  ['pairing.efficiency', 'evaluation.truth.pairing.efficiency', 'evaluation.truth.pairing.error'],
  ...['A', 'B'].flatMap((particle): Source[] => {
    const truth = `evaluation.truth.masses.${particle}`;
    return [
      [`truth.m${particle}.mean`, `${truth}.mean`],
      [`truth.m${particle}.width`, `${truth}.width`],
      [`truth.m${particle}.median`, `${truth}.median`],
    ];
  }),
  ...['m_A1', 'm_A2', 'm_B1', 'm_B2'].flatMap((mass): Source[] => {
    const statistics = `evaluation.masses.${mass}`;
    return [
      [`perEvent.${mass}.mean`, `${statistics}.mean`, `${statistics}.meanError`],
      [`perEvent.${mass}.width`, `${statistics}.width`],
      [`perEvent.${mass}.median`, `${statistics}.median`],
      [`perEvent.${mass}.peak`, `${statistics}.peak.value`, `${statistics}.peak.error`],
    ];
  }),
  ...['likelihood.mA', 'likelihood.mB', 'solvability.mA', 'solvability.mB'].map((name): Source => {
    return [name, `measurements.${name}.value`, `measurements.${name}.error`];
  }),
  ...['mt2_b', 'mt2_ab', 'm2cc_b', 'm2cc_ab'].map((variable): Source => {
    const endpoint = `evaluation.baselines.${variable}.endpoint`;
    return [`endpoint.${variable}`, `${endpoint}.value`, `${endpoint}.error`];
  }),
  ['events', 'evaluation.events'],
];

describe('makeTable', () => {
  const { members, quantities } = makeTable('s', [{ name: 'm', labels: {}, ...documents }]);

  const sources = SOURCES.map(([name, value, error]) => ({ name, value, error }));
  it.each(sources)('takes $name from its document', ({ name, value, error }) => {
    const { value: found, error: foundError } = members[0].numbers[name];
    expect(found).toBe(at(value));
    expect(foundError).toBe(error === undefined ? null : at(error));
  });

  it('names every quantity once, each with a title of its own', () => {
    expect(quantities.map(({ name }) => name)).toEqual([...QUANTITY_NAMES]);
    expect(new Set(quantities.map(({ title }) => title)).size).toBe(QUANTITY_NAMES.length);
    const momenta = QUANTITY_NAMES.filter((name) => /^m(2ccM)?omenta\./.test(name));
    const derived = ['deviation.mA', 'deviation.mB', 'loss.validation', ...momenta];
    const tested = [...SOURCES.map(([name]) => name), ...derived];
    expect(tested.sort()).toEqual([...QUANTITY_NAMES].sort());
  });

  it('has the deviation with the error of the mass, both relative to the true mass', () => {
    const { A } = documents.evaluation.truth?.masses ?? {};
    const { value, error } = members[0].numbers['deviation.mA'];
    expect(value).toBe(A?.auxiliaryDeviation);
    expect(error).toBe((documents.training.measurement?.masses.A.error ?? 0) / (A?.median ?? 0));
  });

  it('has the mean of the last validation losses of both halves', () => {
    // measure 1 ends after three epochs at 31.5 − 2, measure 2 after two at 31.5 − 1.
    expect(members[0].numbers['loss.validation'].value).toBe((29.5 + 30.5) / 2);
    const history = PAPER_TRAINING.history;
    const [row] = makeTable('s', [
      { name: 'm', labels: {}, ...documents, training: PAPER_TRAINING },
    ]).members;
    expect(row.numbers['loss.validation'].value).toBe(history.at(-1)?.validationLoss);
  });

  it('has nulls where truth, M_2CC, a measurement or a mass is not there', () => {
    const { evaluation } = documents;
    const baselines = evaluation.baselines && {
      ...evaluation.baselines,
      m2cc_b: null,
      m2cc_ab: null,
    };
    const blind = {
      name: 'blind',
      labels: {},
      training: { ...documents.training, auxiliary: { A: 1 }, measurement: null },
      measurements: { schemaVersion: 1 as const, likelihood: null, solvability: null },
      evaluation: { ...evaluation, measured: null, truth: null, baselines },
    };
    const table = tableSchema.parse(makeTable('s', [blind]));
    const missing = QUANTITY_NAMES.filter((name) => table.members[0].numbers[name].value === null);
    expect(
      missing.filter(
        (name) =>
          !/^(resolution|deviation|pulls?|pairing|truth|momenta|m2ccMomenta|likelihood|solvability)\./.test(
            name
          )
      )
    ).toEqual(['auxiliary.mB', 'endpoint.m2cc_b', 'endpoint.m2cc_ab']);
    expect(missing).toHaveLength(24 + 2 * 12);
  });

  it('has no number of the baselines where a member has none, and all others', () => {
    const evaluation = evaluationWithoutBaselines(documents.evaluation);
    const bare = { name: 'bare', labels: {}, ...documents, measurements: null, evaluation };
    const [row, full] = makeTable('s', [bare, { name: 'full', labels: {}, ...documents }]).members;
    const lost = QUANTITY_NAMES.filter(
      (name) => row.numbers[name].value === null && full.numbers[name].value !== null
    );
    expect(lost).toEqual(
      QUANTITY_NAMES.filter(
        (name) =>
          /^(m2ccMomenta|likelihood|solvability|endpoint)\./.test(name) &&
          // The toy of the tests has no endpoint of M_2CC(ab).
          name !== 'endpoint.m2cc_ab'
      )
    );
    expect(row.numbers['auxiliary.mA']).toEqual(full.numbers['auxiliary.mA']);
  });

  it('has the axes in the order of the first member that has them, with the labels that occur', () => {
    const member = (name: string, labels: Record<string, string>) => ({
      name,
      labels,
      ...documents,
    });
    const { axes } = makeTable('s', [
      member('listed', {}),
      member('z-1', { spectrum: 'z', seed: '1' }),
      member('a-1', { spectrum: 'a', seed: '1' }),
      member('a-2', { spectrum: 'a', seed: '2' }),
    ]);
    expect(axes).toEqual([
      { name: 'spectrum', labels: ['z', 'a'] },
      { name: 'seed', labels: ['1', '2'] },
    ]);
  });
});
