import { COLOURS, count, DASHES, panelWidth } from '@deelema/plots';
import type { Figure, Series, SeriesStyle } from '@deelema/plots';
import type { Evaluation, Histogram } from '@deelema/records';
import {
  contentName,
  gev,
  massesFound,
  measuredGev,
  nameOfMasses,
  pairingSentence,
  provenance,
  UNDEFINED,
} from './caption.ts';
import { massPanel } from './mass-panel.ts';

const BRANCH_1 = 'DeeLeMa, branch 1';
const BRANCH_2 = 'DeeLeMa, branch 2';
const MT2 = '*M*_{T2}';
const M2CC = '*M*_{2CC}';
const TRUE_MASS = 'true mass';

/** Of the masses that the training says. */
const FOUND_MASS = [COLOURS.black, DASHES.dashDotted] as const;

const STYLES = {
  [BRANCH_1]: [COLOURS.blue, DASHES.solid],
  [BRANCH_2]: [COLOURS.orange, DASHES.dashed],
  [MT2]: [COLOURS.grey, DASHES.solid],
  [M2CC]: [COLOURS.green, DASHES.dashed],
  [TRUE_MASS]: [COLOURS.vermilion, DASHES.solid],
  'auxiliary mass': FOUND_MASS,
  'measured mass': FOUND_MASS,
} as const satisfies Record<string, SeriesStyle>;

const PANEL_HEIGHT = 190;

/** Below this width the legend takes two rows, px. */
const NARROW = 800;

/**
 * Distributions of the masses of B and A: DeeLeMa above, M_T2 and M_2CC below.
 *
 * @param evaluation The evaluation.
 * @param width Width of the figure, px.
 * @see Figs. 5 and 6 of PRR 5, 043186
 */
export function massFigure(evaluation: Evaluation, width: number): Figure {
  return {
    id: 'masses',
    title: 'Mass distributions of B and A: DeeLeMa, M_T2 and M_2CC',
    caption: caption(evaluation),
    spec: {
      hconcat: [column(evaluation, 'B', width), column(evaluation, 'A', width)],
      resolve: { scale: { color: 'shared', strokeDash: 'shared' } },
    },
  };
}

function column(evaluation: Evaluation, family: 'A' | 'B', width: number) {
  const { histograms } = evaluation;
  const [first, second] = [histograms[`m_${family}1`], histograms[`m_${family}2`]];
  const subsystem = family === 'A' ? 'ab' : 'b';
  const common = {
    marks: marks(evaluation, family),
    series: seriesOf(evaluation),
    columns: width < NARROW ? 3 : 6,
    yTitle: `${contentName(evaluation)} / ${binWidth(first)} GeV`,
    width: panelWidth(width, 2),
    height: PANEL_HEIGHT,
  };
  const above = massPanel({
    ...common,
    histograms: [
      [BRANCH_1, first],
      [BRANCH_2, second],
    ],
    xTitle: `*m*_{${family}1}, *m*_{${family}2} [GeV]`,
  });
  const m2cc = histograms[`m2cc_${subsystem}`];
  const variable = (index: string) => `*M*_{${index}}^{(${subsystem})}`;
  const below = massPanel({
    ...common,
    histograms: [
      [MT2, histograms[`mt2_${subsystem}`]],
      ...(m2cc === null ? [] : [[M2CC, m2cc] as const]),
    ],
    xTitle: `${variable('T2')}${m2cc === null ? '' : `, ${variable('2CC')}`} [GeV]`,
  });
  return { vconcat: [above, below] };
}

function truthIsMarked({ truth }: Evaluation): boolean {
  return truth !== null && [truth.masses.A, truth.masses.B].some(({ median }) => median !== null);
}

/** The lines there are. */
function seriesOf(evaluation: Evaluation): Series {
  const absent = [
    ...(truthIsMarked(evaluation) ? [] : [TRUE_MASS]),
    ...(hasM2cc(evaluation) ? [] : [M2CC]),
    evaluation.measured === null ? 'measured mass' : 'auxiliary mass',
  ];
  return Object.fromEntries(Object.entries(STYLES).filter(([name]) => !absent.includes(name)));
}

function hasM2cc({ histograms }: Evaluation): boolean {
  return histograms.m2cc_b !== null || histograms.m2cc_ab !== null;
}

function marks(evaluation: Evaluation, family: 'A' | 'B') {
  const known = evaluation.truth?.masses[family].median ?? null;
  const marked = [[nameOfMasses(evaluation), massesFound(evaluation)[family].value]] as const;
  // The mass that was found comes last: its dashes leave the true mass in sight where the two agree.
  return known === null ? marked : ([[TRUE_MASS, known], ...marked] as const);
}

function binWidth({ low, high, counts }: Histogram): number {
  return Number(((high - low) / counts.length).toPrecision(3));
}

function caption(evaluation: Evaluation): string {
  const { events, exchangedEvents } = evaluation;
  const { A, B } = massesFound(evaluation);
  const exchanged =
    exchangedEvents === 0 ? '' : ` In ${count(exchangedEvents, 'event')} b1 and b2 are exchanged.`;
  return (
    'Masses of B (left) and A (right) in every event: with the invisible momenta that DeeLeMa ' +
    `predicts, in both branches (above), and ${lower(evaluation)} of the subsystems (b) and ` +
    `(ab) (below). Black, dash-dotted: ${nameOfMasses(evaluation)}es, ` +
    `${measuredGev(B.value, B.error)} and ${measuredGev(A.value, A.error)}.${trueMasses(evaluation)}` +
    `${exchanged}${pairingSentence(evaluation)}${outside(evaluation)}${provenance(evaluation, events)}`
  );
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

function trueMasses({ truth, sumOfWeights }: Evaluation): string {
  const undefinedHere = sumOfWeights > 0 ? '' : ` ${UNDEFINED}`;
  if (truth === null) return ` The true masses are not known.${undefinedHere}`;
  const [mB, mA] = [truth.masses.B.median, truth.masses.A.median];
  if (mB === null || mA === null) return undefinedHere || ' The true masses are not defined.';
  return ` Red: true masses (median), ${gev(mB)} and ${gev(mA)}.`;
}
