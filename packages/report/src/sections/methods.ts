import { knownMass } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { NOTHING } from './method.ts';
import type { Method } from './method.ts';
import { deviation, measured, symbol } from '../numbers.ts';
import { trainingMethods } from './training-methods.ts';
import { table } from '../table.ts';

/** The masses of A and B, by each method that was carried out, with their deviation from the truth. */
export function methods(evaluation: Evaluation): Html {
  const { truth } = evaluation;
  const all = methodsOf(evaluation);
  const known = (name: 'A' | 'B') => (truth === null ? null : knownMass(truth.masses[name]));
  const rows = all.map(({ name, mA, mB }) => [
    name,
    measured(mA),
    ...(truth === null ? [] : [deviation(mA, known('A'))]),
    measured(mB),
    ...(truth === null ? [] : [deviation(mB, known('B'))]),
  ]);
  const off = truth === null ? [] : ['Deviation'];
  const columns = ['Method', symbol('m', 'A'), ...off, symbol('m', 'B'), ...off];
  const caption = `Masses of A and B, GeV${truth === null ? '' : '; deviations in GeV and in standard errors'}`;
  return html`<section aria-labelledby="methods">
    <h2 id="methods">Masses, method by method</h2>
    ${table('methods-table', caption, columns, rows)}
    <dl>
      ${all.map(
        ({ name, note }) =>
          html`<dt>${name}</dt>
            <dd>${note}</dd>`
      )}
    </dl>
  </section>`;
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
            mA: likelihood.mA,
            mB: likelihood.mB,
            note: `Density of the visible momenta of the first ${likelihood.events} events, summed over all solutions for the invisible ones; it is told how the pair is produced and how particles decay.`,
          },
        ]),
    ...(solvability === null
      ? []
      : [
          {
            name: html`Solvability`,
            mA: solvability.mA,
            mB: solvability.mB,
            note: `Edge of the trial masses at which the first ${solvability.events} events have real invisible momenta.`,
          },
        ]),
    {
      name: html`Endpoints of <var>M</var><sub>T2</sub>`,
      mA: baselines.mt2_ab.endpoint,
      mB: baselines.mt2_b.endpoint,
      note: `Where M_T2(ab) and M_T2(b) end, by a fit to ${selected}; the error contains the choice of the fitted window. Wrong pairings, widths and resolution move events beyond the end.`,
    },
    ...(m2cc_b === null && m2cc_ab === null
      ? []
      : [
          {
            name: html`Endpoints of <var>M</var><sub>2CC</sub>`,
            mA: m2cc_ab?.endpoint ?? NOTHING,
            mB: m2cc_b?.endpoint ?? NOTHING,
            note: 'The same of M_2CC(ab) and M_2CC(b), which come closer to the masses event by event.',
          },
        ]),
  ];
}
