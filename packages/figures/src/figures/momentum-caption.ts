import type { Evaluation } from '@deelema/records';
import { provenance } from './caption.ts';

function minimum({ truth }: Evaluation): string {
  const m2cc = truth?.m2cc ?? null;
  return m2cc === null
    ? ''
    : ' The two lower rows: the momenta at the minimum of M_2CC(ab), of events that have one.';
}

/**
 * What the heat maps show, and of which events.
 *
 * @param evaluation The evaluation.
 * @param events Number of events shown.
 */
export function momentumCaption(evaluation: Evaluation, events: number): string {
  return (
    'Invisible momenta as DeeLeMa predicts them (horizontal) against the true ones (vertical), ' +
    `component by component; q1 belongs to branch 1, q2 to branch 2.${minimum(evaluation)} ` +
    'Blue: content of a cell, the darker the more; its scale goes with the square root. ' +
    `Red: prediction = truth; r: Pearson correlation.${leftOut(evaluation)}${provenance(evaluation, events)}`
  );
}

function leftOut({ exchangedEvents, truth }: Evaluation): string {
  const exchanged = 'Events with b1 and b2 exchanged are left out';
  if (truth?.pairing === null) return exchangedEvents === 0 ? '' : ` ${exchanged}.`;
  const ofFile =
    (truth?.m2cc ?? null) === null || exchangedEvents === 0
      ? ''
      : `; of M_2CC, which takes the pairing of the file, those with b1 and b2 exchanged`;
  return ` Events in which the network chooses the wrong pairing are left out${ofFile}.`;
}
