import { evaluationSchema, type Evaluation } from '@deelema/records';
import { measuredEvaluation } from './frozen-evaluation.ts';

const exchanges = [['b1', 'b2']];

/** Settings of a training for A → (a b) C in both branches. */
export const ONE_STEP = {
  topology: {
    branches: [[{ mass: 'A', visibles: ['a1', 'b1'] }], [{ mass: 'A', visibles: ['a2', 'b2'] }]],
    exchanges,
  },
};

/** Settings of a training for A → a B and D → a E, whose second branch has masses of its own. */
export const FOUR_MASSES = {
  topology: {
    branches: [
      [
        { mass: 'A', visibles: ['a1'] },
        { mass: 'B', visibles: ['b1'] },
      ],
      [
        { mass: 'D', visibles: ['a2'] },
        { mass: 'E', visibles: ['b2'] },
      ],
    ],
    exchanges,
  },
};

/** The measured evaluation as if the training had taken the events for A → (a b) C. */
export function oneStepEvaluation(): Evaluation {
  return renamed(ONE_STEP, 'A → (a b) C', { A: 'A' }, { m_A1: 'm_A1', m_A2: 'm_A2' });
}

/** The same with four masses, those of the second branch as large as those of the first. */
export function fourMassesEvaluation(): Evaluation {
  const columns = { m_A1: 'm_A1', m_D2: 'm_A2', m_B1: 'm_B1', m_E2: 'm_B2' };
  return renamed(FOUR_MASSES, 'A → a B and D → a E', { A: 'A', D: 'A', B: 'B', E: 'B' }, columns);
}

/** @param names, columns New names to those of the antler. */
function renamed(
  settings: Evaluation['training']['settings'],
  topology: string,
  names: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>
): Evaluation {
  const { auxiliary, measured, masses, histograms, truth, training, ...others } =
    measuredEvaluation();
  const { m_A1, m_A2, m_B1, m_B2, ...baselines } = histograms;
  const byName = <T>(values: Readonly<Record<string, T>>) => pick(values, names);
  const history = training.history.map(({ masses: course, resolutions, ...entry }) => {
    return { ...entry, masses: byName(course), resolutions: byName(resolutions ?? {}) };
  });
  const absent = Object.entries(truth?.masses ?? {})
    .filter(([name]) => !Object.hasOwn(names, name))
    .map(([name, mass]) => [name, { ...mass, auxiliaryDeviation: null }] as const);
  return evaluationSchema.parse({
    ...others,
    auxiliary: byName(auxiliary),
    measured: { ...measured, masses: byName(measured?.masses ?? {}) },
    masses: pick(masses, columns),
    histograms: { ...pick({ m_A1, m_A2, m_B1, m_B2 }, columns), ...baselines },
    truth: {
      ...truth,
      masses: { ...byName(truth?.masses ?? {}), ...Object.fromEntries(absent) },
    },
    training: { ...training, topology, settings, history },
  });
}

function pick<T>(values: Readonly<Record<string, T>>, names: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(names).map(([name, old]) => [name, values[old]]));
}
