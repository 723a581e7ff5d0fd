import { knownMass } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { deviation, html, measured, section, symbol, table, withSymbols } from '@deelema/pages';
import type { Measured, Section } from '@deelema/pages';
import type { Method } from './method.ts';
import { trainingMethods } from './training-methods.ts';

/** The masses by each method that was carried out, with their deviation from the truth. */
export function methods(evaluation: Evaluation): Section {
  const { truth } = evaluation;
  const all = methodsOf(evaluation);
  const names = [...new Set(['A', 'B', ...Object.keys(evaluation.auxiliary)])];
  const known = new Map(
    Object.entries(truth?.masses ?? {}).map(([name, mass]) => [name, knownMass(mass)])
  );
  const rows = all.map(({ name: method, masses }) => [
    method,
    ...names.flatMap((name) => {
      const mass = Object.hasOwn(masses, name) ? masses[name] : NOTHING;
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
        ${all.map(
          ({ name, note }) =>
            html`<dt>${name}</dt>
              <dd>${withSymbols(note)}</dd>`
        )}
      </dl>`
  );
}

/** A mass that a method does not find. */
const NOTHING: Measured = { value: null, error: null };

/** E.g. `A, B and D`. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

function methodsOf(evaluation: Evaluation): Method[] {
  const { baselines, measurements, split } = evaluation;
  const { likelihood, solvability } = measurements;
  const selected = split === 'all' ? 'all events' : `the ${split} split`;
  const { m2cc_b, m2cc_ab } = baselines;
  return [
    ...trainingMethods(evaluation),
    ...(likelihood === null
      ? []
      : [
          {
            name: html`Likelihood`,
            masses: { A: likelihood.mA, B: likelihood.mB },
            note: `Density of the visible momenta of the first ${likelihood.events} events, summed over all solutions for the invisible ones; it is told how the pair is produced and how particles decay.`,
          },
        ]),
    ...(solvability === null
      ? []
      : [
          {
            name: html`Solvability`,
            masses: { A: solvability.mA, B: solvability.mB },
            note: `Edge of the trial masses at which the first ${solvability.events} events have real invisible momenta.`,
          },
        ]),
    {
      name: html`Endpoints of <var>M</var><sub>T2</sub>`,
      masses: { A: baselines.mt2_ab.endpoint, B: baselines.mt2_b.endpoint },
      note: `Where M_T2(ab) and M_T2(b) end, by a fit to ${selected}; the error contains the choice of the fitted window. Wrong pairings, widths and resolution move events beyond the end.`,
    },
    ...(m2cc_b === null && m2cc_ab === null
      ? []
      : [
          {
            name: html`Endpoints of <var>M</var><sub>2CC</sub>`,
            masses: { A: m2cc_ab?.endpoint ?? NOTHING, B: m2cc_b?.endpoint ?? NOTHING },
            note: 'The same of M_2CC(ab) and M_2CC(b), which come closer to the masses event by event.',
          },
        ]),
  ];
}
