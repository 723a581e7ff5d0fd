import { knownMass } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import {
  deviation,
  html,
  measured,
  number,
  section,
  symbol,
  table,
  withSymbols,
} from '@deelema/pages';
import type { Measured, Section } from '@deelema/pages';
import { baselineMethods } from './baseline-methods.ts';
import { NO_BASELINES, NOT_RUN } from './not-run.ts';
import { trainingMethods } from './training-methods.ts';

/** The masses by each method, with their deviation from the truth; "not run" where it was not carried out. */
export function methods(evaluation: Evaluation): Section {
  const { truth } = evaluation;
  const all = [...trainingMethods(evaluation), ...baselineMethods(evaluation)];
  const names = [...new Set(['A', 'B', ...Object.keys(evaluation.auxiliary)])];
  const known = new Map(
    Object.entries(truth?.masses ?? {}).map(([name, mass]) => [name, knownMass(mass)])
  );
  const rows = all.map(({ name: method, masses }) => [
    method,
    ...names.flatMap((name) => {
      const mass = Object.hasOwn(masses, name) ? masses[name] : NOTHING;
      if (mass === null) return truth === null ? [NOT_RUN] : [NOT_RUN, number(null, 0)];
      const off = truth === null ? [] : [deviation(mass, known.get(name) ?? null)];
      return [measured(mass), ...off];
    }),
  ]);
  const off = truth === null ? [] : ['Deviation'];
  const columns = ['Method', ...names.flatMap((name) => [symbol('m', name), ...off])];
  const caption = `Masses of ${listed(names)}, GeV${truth === null ? '' : '; deviations in GeV and in standard errors'}`;
  return section(
    'methods',
    'Masses, method by method',
    html`${table('methods-table', caption, columns, rows)}
      <dl>
        ${all.map(({ name, note }) =>
          note === null
            ? null
            : html`<dt>${name}</dt>
                <dd>${withSymbols(note)}</dd>`
        )}
      </dl>
      ${evaluation.baselines === null ? html`<p>${NO_BASELINES}</p>` : null}`
  );
}

/** A mass that a method does not find. */
const NOTHING: Measured = { value: null, error: null };

/** E.g. `A, B and D`. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
