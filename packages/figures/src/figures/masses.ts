import { COLOURS, count, DASHES, panelWidth } from '@deelema/plots';
import type { Figure, Series, SeriesStyle } from '@deelema/plots';
import type { Evaluation, Histogram } from '@deelema/records';
import { contentName, gev, provenance, UNDEFINED } from './caption.ts';
import { massPanel } from './mass-panel.ts';

const BRANCH_1 = 'DeeLeMa, branch 1';
const BRANCH_2 = 'DeeLeMa, branch 2';
const MT2 = '*M*_{T2}';
const TRUE_MASS = 'true mass';
const AUXILIARY_MASS = 'auxiliary mass';

const STYLES = {
  [BRANCH_1]: [COLOURS.blue, DASHES.solid],
  [BRANCH_2]: [COLOURS.orange, DASHES.dashed],
  [MT2]: [COLOURS.grey, DASHES.solid],
  [TRUE_MASS]: [COLOURS.vermilion, DASHES.solid],
  [AUXILIARY_MASS]: [COLOURS.black, DASHES.dashDotted],
} as const satisfies Record<string, SeriesStyle>;

const PANEL_HEIGHT = 190;

/**
 * Distributions of the masses of B and A: DeeLeMa above, the stransverse mass below.
 *
 * @param evaluation The evaluation.
 * @param width Width of the figure, px.
 * @see Figs. 5 and 6 of PRR 5, 043186
 */
export function massFigure(evaluation: Evaluation, width: number): Figure {
  return {
    id: 'masses',
    title: 'Mass distributions of B and A, DeeLeMa and M_T2',
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
    series: truthIsMarked(evaluation) ? STYLES : withoutTruth(STYLES),
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
  const below = massPanel({
    ...common,
    histograms: [[MT2, histograms[`mt2_${subsystem}`]]],
    xTitle: `*M*_{T2}^{(${subsystem})} [GeV]`,
  });
  return { vconcat: [above, below] };
}

function truthIsMarked({ truth }: Evaluation): boolean {
  return truth !== null && [truth.masses.A, truth.masses.B].some(({ median }) => median !== null);
}

function withoutTruth(styles: Series): Series {
  return Object.fromEntries(Object.entries(styles).filter(([name]) => name !== TRUE_MASS));
}

function marks({ auxiliary, truth }: Evaluation, family: 'A' | 'B') {
  const known = truth?.masses[family].median ?? null;
  const marked = [[AUXILIARY_MASS, auxiliary[`m${family}`]]] as const;
  // The auxiliary mass comes last: its dashes leave the true mass in sight where the two agree.
  return known === null ? marked : ([[TRUE_MASS, known], ...marked] as const);
}

function binWidth({ low, high, counts }: Histogram): number {
  return Number(((high - low) / counts.length).toPrecision(3));
}

function caption(evaluation: Evaluation): string {
  const { auxiliary, events, exchangedEvents } = evaluation;
  const exchanged =
    exchangedEvents === 0 ? '' : ` In ${count(exchangedEvents, 'event')} b1 and b2 are exchanged.`;
  return (
    'Masses of B (left) and A (right) in every event: with the invisible momenta that DeeLeMa ' +
    'predicts, in both branches (above), and the stransverse mass M_T2 of the subsystems (b) and ' +
    `(ab) (below). Black, dash-dotted: auxiliary masses, ${gev(auxiliary.mB)} and ` +
    `${gev(auxiliary.mA)}.${trueMasses(evaluation)}${exchanged}${outside(evaluation)}${provenance(evaluation, events)}`
  );
}

/** The largest part of a distribution that the panels leave out; nothing where parts of it are not defined. */
function outside({ histograms, sumOfWeights }: Evaluation): string {
  if (sumOfWeights <= 0) return '';
  const parts = Object.values(histograms).map(
    ({ underflow, overflow }) => (underflow + overflow) / sumOfWeights
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
