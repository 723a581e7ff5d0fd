import { count } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import {
  gev,
  listed,
  massFound,
  measuredGev,
  nameOfMasses,
  pairingSentence,
  provenance,
  UNDEFINED,
} from './caption.ts';
import { isAntler, massFamilies } from './mass-families.ts';

/** @returns Whether there are lower bounds: a pipeline may do without the stage that computes them. */
export function hasBounds({ baselines }: Evaluation): boolean {
  return baselines !== null;
}

/** @returns Whether M_2CC is among the lower bounds. */
export function hasM2cc({ histograms }: Evaluation): boolean {
  return histograms.m2cc_b !== null || histograms.m2cc_ab !== null;
}

/**
 * What the figure of masses shows, whose events these are and what its lines mean.
 *
 * @param evaluation The evaluation.
 */
export function massCaption(evaluation: Evaluation): string {
  const { events, exchangedEvents } = evaluation;
  const exchanged =
    exchangedEvents === 0 ? '' : ` In ${count(exchangedEvents, 'event')} b1 and b2 are exchanged.`;
  return (
    `${what(evaluation)} ${linesOf(evaluation)} Black, dash-dotted: ${nameOfMasses(evaluation)}es, ` +
    `${found(evaluation)}.${trueMasses(evaluation)}${solved(evaluation)}` +
    `${exchanged}${pairingSentence(evaluation)}${outside(evaluation)}${provenance(evaluation, events)}`
  );
}

function what(evaluation: Evaluation): string {
  const bounds = hasBounds(evaluation)
    ? ` (above), and ${lower(evaluation)} of the subsystems (b) and (ab) (below).`
    : `. ${NO_BOUNDS}`;
  if (isAntler(massFamilies(evaluation))) {
    return (
      'Masses of B (left) and A (right) in every event: with the invisible momenta that DeeLeMa ' +
      `predicts, in both branches${bounds}`
    );
  }
  return (
    `Masses in every event: of the decays ${evaluation.training.topology}, with the invisible momenta ` +
    `that DeeLeMa predicts${bounds}`
  );
}

const NO_BOUNDS = 'The lower bounds M_T2 and M_2CC were not computed.';

/** The distributions and how they are drawn. */
function linesOf(evaluation: Evaluation): string {
  const mt2 = hasBounds(evaluation) ? '; grey: M_T2' : '';
  const m2cc = hasM2cc(evaluation) ? '; green, dashed: M_2CC' : '';
  return `Blue: branch 1; orange, dashed: branch 2${mt2}${m2cc}.`;
}

function found(evaluation: Evaluation): string {
  const gevOf = (name: string) => {
    const { value, error } = massFound(evaluation, name);
    return measuredGev(value, error);
  };
  if (isAntler(massFamilies(evaluation))) return `${gevOf('B')} and ${gevOf('A')}`;
  return listed(Object.keys(evaluation.auxiliary).map((name) => `m_${name} ${gevOf(name)}`));
}

/** Where four masses fix an event, a narrow peak is no measure of how well they are known. */
function solved({ measured, masses }: Evaluation): string {
  if (measured === null || Object.keys(masses).length < 4) return '';
  return ' Every event was solved at the measured masses: its masses are those, unless it has no solution.';
}

function lower(evaluation: Evaluation): string {
  return hasM2cc(evaluation) ? 'the lower bounds M_T2 and M_2CC' : 'the stransverse mass M_T2';
}

/** The largest part of a distribution that the panels leave out; nothing where parts of it are not defined. */
function outside({ histograms, sumOfWeights }: Evaluation): string {
  if (sumOfWeights <= 0) return '';
  const parts = Object.values(histograms).map((histogram) =>
    histogram === null ? 0 : (histogram.underflow + histogram.overflow) / sumOfWeights
  );
  const percent = (100 * Math.max(...parts)).toFixed(1);
  return Number(percent) <= 0
    ? ''
    : ` Up to ${percent} % of a distribution lies outside its panel.`;
}

function trueMasses(evaluation: Evaluation): string {
  const { truth, sumOfWeights } = evaluation;
  const undefinedHere = sumOfWeights > 0 ? '' : ` ${UNDEFINED}`;
  if (truth === null) return ` The true masses are not known.${undefinedHere}`;
  const known = Object.entries(truth.masses).flatMap(([name, { median }]) =>
    median === null ? [] : [[name, gev(median)] as const]
  );
  if (known.length < Object.keys(truth.masses).length || known.length === 0) {
    return undefinedHere || ' The true masses are not defined.';
  }
  const masses = isAntler(massFamilies(evaluation))
    ? known.map(([, mass]) => mass).reverse()
    : known.map(([name, mass]) => `m_${name} ${mass}`);
  return ` Red: true masses (median), ${listed(masses)}.`;
}
