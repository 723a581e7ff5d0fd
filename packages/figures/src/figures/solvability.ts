import { count, NUMBER_FORMAT, panelWidth } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import { massFound, measuredGev, recipeLine, sampleSentence } from './caption.ts';
import { FRAME } from './frame.ts';
import { massFamilies, namesOf } from './mass-families.ts';
import { pointLayers, pointsInside, pointsSentence } from './mass-points.ts';
import type { MassPoint } from './mass-points.ts';
import { ends, trialCells, trialRows, type Solvability } from './trial-cells.ts';

const ABOUT = { id: 'solvability', title: 'Solvable events and the masses of A and B' } as const;

/** Room for the colour scale and its title, px. */
const LEGEND_WIDTH = 106;

/** Height of the plotting area in units of its width. */
const HEIGHT = 0.66;

/**
 * The fraction of events with a solution of the mass-shell conditions at trial masses, and the masses by each method.
 *
 * @param evaluation The evaluation; without a measured map there is no such figure.
 * @param width Width of the figure, px.
 * @see H.-C. Cheng et al., JHEP 12 (2007) 076, arXiv:0707.0030
 */
export function solvabilityFigure(evaluation: Evaluation, width: number): Figure | SkippedFigure {
  if (evaluation.measurements === null) {
    return { ...ABOUT, reason: 'Not run: this pipeline has no stage “baseline”.' };
  }
  const { solvability } = evaluation.measurements;
  if (solvability === null) {
    return { ...ABOUT, reason: 'Not run: the settings of the baseline do not ask for it.' };
  }
  const { mA, mB } = solvability.map;
  if (mA.length < 2 || mB.length < 2) {
    return { ...ABOUT, reason: 'There are fewer than two trial masses in a direction.' };
  }
  const domains = { x: ends(mB), y: ends(mA) };
  const points = pointsInside(pointsOf(evaluation), domains);
  const size = panelWidth(width - LEGEND_WIDTH, 1);
  return {
    ...ABOUT,
    caption: caption(evaluation, solvability, points),
    data: trialRows(solvability, points),
    spec: {
      width: size,
      height: Math.round(HEIGHT * size),
      layer: [fractions(solvability, domains), FRAME, ...pointLayers(points)],
    },
  };
}

function fractions(solvability: Solvability, domains: Domains) {
  const cells = trialCells(solvability).map(({ edges, fraction }) => ({ ...edges, fraction }));
  return {
    data: { values: cells },
    // Half a pixel of overlap: without it the background shines through between cells.
    mark: { type: 'rect', x2Offset: 0.5, yOffset: 0.5, clip: true },
    encoding: {
      x: axis('x', domains.x, 'Trial mass *m*_{B} [GeV]'),
      x2: { field: 'x2' },
      y: axis('y', domains.y, 'Trial mass *m*_{A} [GeV]'),
      y2: { field: 'y2' },
      color: {
        field: 'fraction',
        type: 'quantitative',
        scale: { domain: [0, 1], scheme: 'blues' },
        legend: { title: 'Solvable events', tickCount: 6, gradientLength: 160 },
      },
    },
  } as const;
}

interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function axis(field: string, domain: readonly [number, number], title: string) {
  return {
    field,
    type: 'quantitative',
    scale: { domain: domain.slice(), nice: false, zero: false },
    axis: { title, format: NUMBER_FORMAT, tickCount: 6 },
  } as const;
}

/** The truth comes first: the others are drawn over it. */
function pointsOf(evaluation: Evaluation): MassPoint[] {
  const { measurements, truth } = evaluation;
  const { likelihood = null, solvability = null } = measurements ?? {};
  const exact = (value: number | null | undefined) => ({ value: value ?? null, error: null });
  const { A, B } = truth?.masses ?? {};
  return [
    { method: 'true masses', mA: exact(A?.median), mB: exact(B?.median), style: 'cross' },
    { method: 'DeeLeMa', mA: found(evaluation, 'A'), mB: found(evaluation, 'B'), style: 'circle' },
    ...(likelihood === null ? [] : [{ ...likelihood, method: 'likelihood', style: SQUARE }]),
    ...(solvability === null ? [] : [{ ...solvability, method: 'solvability', style: DIAMOND }]),
  ];
}

/** What the training says of a particle; nothing where it has none such, or one for each branch. */
function found(evaluation: Evaluation, particle: 'A' | 'B') {
  const names = massFamilies(evaluation)
    .filter((family) => family.particle === particle)
    .flatMap(namesOf);
  return names.length === 1 ? massFound(evaluation, names[0]) : { value: null, error: null };
}

const [SQUARE, DIAMOND] = ['square', 'diamond'] as const;

function caption(
  { sample, truth, training }: Evaluation,
  { events, mA, mB }: Solvability,
  points: readonly MassPoint[]
): string {
  const edge =
    mA.value === null || mB.value === null
      ? 'No edge was found.'
      : `Its edge gives ${measuredGev(mB.value, mB.error)} and ${measuredGev(mA.value, mA.error)} for B and A.`;
  const known = truth === null ? ' The true masses are not known.' : '';
  return (
    'Fraction of events in which real invisible momenta put all four particles A and B on their mass ' +
    `shells, at trial masses of B and A: blue, the darker the more. ${edge}${pointsSentence(points)}` +
    `${known}${sampleSentence(sample)} ${count(events, 'event')} of all splits; the network was ${recipeLine(training)}.`
  );
}
