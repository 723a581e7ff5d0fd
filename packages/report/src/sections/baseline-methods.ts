import type { Evaluation } from '@deelema/records';
import { html } from '@deelema/pages';
import type { Html } from '@deelema/pages';
import type { Method } from './method.ts';
import { UNASKED, UNWRITTEN } from './not-run.ts';

/** What the baseline finds: masses of the whole sample, and where M_T2 and M_2CC end. */
export function baselineMethods(evaluation: Evaluation): Method[] {
  return [
    likelihoodMethod(evaluation),
    solvabilityMethod(evaluation),
    ...endpointMethods(evaluation),
  ];
}

function likelihoodMethod(evaluation: Evaluation): Method {
  const name = html`Likelihood`;
  const likelihood = evaluation.measurements?.likelihood ?? null;
  if (likelihood === null) return absent(name, evaluation, UNASKED);
  const { mA, mB, events } = likelihood;
  return {
    name,
    masses: { A: mA, B: mB },
    note: `Density of the visible momenta of the first ${events} events, summed over all solutions for the invisible ones; it is told how the pair is produced and how particles decay.`,
  };
}

function solvabilityMethod(evaluation: Evaluation): Method {
  const name = html`Solvability`;
  const solvability = evaluation.measurements?.solvability ?? null;
  if (solvability === null) return absent(name, evaluation, UNASKED);
  const { mA, mB, events } = solvability;
  return {
    name,
    masses: { A: mA, B: mB },
    note: `Edge of the trial masses at which the first ${events} events have real invisible momenta.`,
  };
}

function endpointMethods(evaluation: Evaluation): Method[] {
  const { baselines, split } = evaluation;
  const ofMt2 = html`Endpoints of <var>M</var><sub>T2</sub>`;
  const ofM2cc = html`Endpoints of <var>M</var><sub>2CC</sub>`;
  const without = (name: Html) => absent(name, evaluation, UNWRITTEN);
  if (baselines === null) return [without(ofMt2), without(ofM2cc)];
  const { mt2_ab, mt2_b, m2cc_ab, m2cc_b } = baselines;
  const selected = split === 'all' ? 'all events' : `the ${split} split`;
  return [
    {
      name: ofMt2,
      masses: { A: mt2_ab.endpoint, B: mt2_b.endpoint },
      note: `Where M_T2(ab) and M_T2(b) end, by a fit to ${selected}; the error contains the choice of the fitted window. Wrong pairings, widths and resolution move events beyond the end.`,
    },
    m2cc_ab === null && m2cc_b === null
      ? without(ofM2cc)
      : {
          name: ofM2cc,
          masses: { A: m2cc_ab?.endpoint ?? null, B: m2cc_b?.endpoint ?? null },
          note: 'The same of M_2CC(ab) and M_2CC(b), which come closer to the masses event by event.',
        },
  ];
}

/** A method that was not carried out. */
function absent(name: Html, { baselines }: Evaluation, why: string): Method {
  return { name, masses: { A: null, B: null }, note: baselines === null ? null : why };
}
