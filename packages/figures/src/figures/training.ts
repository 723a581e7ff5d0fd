import { COLOURS, DASHES, NUMBER_FORMAT, panelWidth, seriesEncoding } from '@deelema/plots';
import type { Figure, LayerSpec, Series, SkippedFigure } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import { recipeLine } from './caption.ts';

interface Point {
  readonly epoch: number;
  readonly y: number;
  readonly series: string;
}

const LOSSES: Series = {
  training: [COLOURS.blue, DASHES.solid],
  validation: [COLOURS.orange, DASHES.dashed],
};

const MASSES: Series = {
  '*m*_{A}': [COLOURS.purple, DASHES.solid],
  '*m*_{B}': [COLOURS.green, DASHES.dashed],
};

const TRUTH: Series = { 'true masses': [COLOURS.vermilion, DASHES.dotted] };

const ABOUT = { id: 'training', title: 'Loss and auxiliary masses during the training' } as const;

const PANEL_HEIGHT = 240;

const LINEAR = { type: 'linear', zero: false } as const;

/** The loss is shown on a logarithmic axis if it falls by more than this factor. */
const LOG_FROM = 5;

/**
 * The course of the training: loss on the left, auxiliary masses on the right.
 *
 * @param evaluation The evaluation.
 * @param width Width of the figure, px.
 */
export function trainingFigure(evaluation: Evaluation, width: number): Figure | SkippedFigure {
  if (evaluation.training.history.length === 0) {
    return { ...ABOUT, reason: 'The training left no history.' };
  }
  return {
    ...ABOUT,
    caption: caption(evaluation),
    spec: {
      hconcat: [lossPanel(evaluation, width), auxiliaryMassPanel(evaluation, width)],
      resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
    },
  };
}

function lossPanel({ training }: Evaluation, width: number): LayerSpec {
  const points = training.history.flatMap(({ epoch, trainLoss, validationLoss }) =>
    [
      { epoch, y: trainLoss, series: 'training' },
      { epoch, y: validationLoss, series: 'validation' },
    ].filter((point): point is Point => point.y !== null)
  );
  const losses = points.map(({ y }) => y);
  const log = Math.min(...losses) > 0 && Math.max(...losses) > LOG_FROM * Math.min(...losses);
  const y = log ? logScale(losses) : LINEAR;
  return {
    ...panelSize(width),
    layer: [curves(points, `Loss [${training.lossUnit}]`, LOSSES, y)],
  };
}

function auxiliaryMassPanel({ training, truth }: Evaluation, width: number): LayerSpec {
  const [seriesA, seriesB] = Object.keys(MASSES);
  const points = training.history.flatMap(({ epoch, mA, mB }) => [
    { epoch, y: mA, series: seriesA },
    { epoch, y: mB, series: seriesB },
  ]);
  const medians = truth === null ? [] : [truth.masses.A.median, truth.masses.B.median];
  const known = medians.filter((mass) => mass !== null);
  const [series] = Object.keys(TRUTH);
  const all = known.length === 0 ? MASSES : { ...MASSES, ...TRUTH };
  const rules = {
    data: { values: known.map((mass) => ({ y: mass, series })) },
    mark: { type: 'rule', strokeWidth: 1.4 },
    encoding: { y: { field: 'y', type: 'quantitative' }, ...seriesEncoding(all) },
  } as const;
  return {
    ...panelSize(width),
    layer: [
      curves(points, 'Auxiliary mass [GeV]', all, LINEAR),
      ...(known.length === 0 ? [] : [rules]),
    ],
  };
}

/** A logarithmic axis that ends where the values do: whole decades would leave it half empty. */
function logScale(values: readonly number[]) {
  const domain = [Math.min(...values) / 1.2, Math.max(...values) * 1.2];
  return { type: 'log' as const, nice: false, domain };
}

function panelSize(width: number) {
  return { width: panelWidth(width, 2), height: PANEL_HEIGHT };
}

function curves(
  points: readonly Point[],
  title: string,
  series: Series,
  scale: typeof LINEAR | ReturnType<typeof logScale>
) {
  // A line through fewer than three points is easily overlooked.
  const marked = points.length < 6;
  return {
    data: { values: [...points] },
    mark: { type: 'line', strokeWidth: 1.8, point: marked ? { size: 30 } : false },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        scale: { nice: false, zero: false },
        axis: { title: 'Epoch', format: 'd', tickMinStep: 1, tickCount: 6, labelFlush: true },
      },
      y: {
        field: 'y',
        type: 'quantitative',
        scale,
        axis: { title, format: NUMBER_FORMAT, tickCount: 6 },
      },
      ...seriesEncoding(series),
    },
  } as const;
}

function caption({ training, truth, sample }: Evaluation): string {
  const lines = truth === null ? '' : ' Red, dotted: true masses (median).';
  const source = sample === '' ? '' : ` Sample: ${sample.replace(/\.$/, '')}.`;
  return (
    'Left: loss on the training split, averaged over each epoch while the network learns, and on the ' +
    `validation split after it. Right: the auxiliary masses of A and B after each epoch.${lines}${source} The network was ${recipeLine(training)}.`
  );
}
