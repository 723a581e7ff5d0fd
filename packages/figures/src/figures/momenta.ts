import { COLOURS, NUMBER_FORMAT, PANEL_GAP, panelWidth } from '@deelema/plots';
import type { Figure, LayerSpec, SkippedFigure } from '@deelema/plots';
import type { Evaluation, HeatMap } from '@deelema/records';
import { contentName, provenance } from './caption.ts';
import { FRAME } from './frame.ts';

const ABOUT = { id: 'momenta', title: 'Predicted and true invisible momenta' } as const;

/**
 * Heat maps of predicted against true components of the invisible momenta.
 *
 * @param evaluation The evaluation; without the true momenta there is no such figure.
 * @param width Width of the figure, px.
 * @see Fig. 4 of PRR 5, 043186
 */
export function momentumFigure(evaluation: Evaluation, width: number): Figure | SkippedFigure {
  const { truth } = evaluation;
  if (truth === null) {
    return { ...ABOUT, reason: 'The true invisible momenta of these events are not known.' };
  }
  if (truth.heatMaps.length === 0) {
    return {
      ...ABOUT,
      reason:
        'The branches of this training have other visible particles than those of the events.',
    };
  }
  const { events } = truth.rightPairing;
  if (events === 0) {
    return {
      ...ABOUT,
      reason: 'In none of these events do a and b stand beside each other as they belong together.',
    };
  }
  const content = contentName(evaluation);
  const size = panelWidth(width - LEGEND_WIDTH[content], 3);
  const highest = largestContent([...truth.heatMaps, ...(truth.m2cc?.heatMaps ?? [])]);
  const colours = colour(`${content} / cell`, highest, 2 * size + ROW_GAP);
  const panels = [
    ...panelsOf('Predicted', truth, colours, size),
    ...(truth.m2cc === null ? [] : panelsOf(M2CC, truth.m2cc, colours, size)),
  ];
  return {
    ...ABOUT,
    caption: caption(evaluation, events),
    spec: {
      concat: panels,
      columns: 3,
      spacing: { row: 12, column: PANEL_GAP },
      resolve: { scale: { color: 'shared' } },
    },
  };
}

type Momenta = Pick<NonNullable<Evaluation['truth']>, 'rightPairing' | 'heatMaps'>;

/** What stands before a component found by M_2CC. */
const M2CC = '*M*_{2CC}^{(ab)}:';

function panelsOf(
  method: string,
  { rightPairing, heatMaps }: Momenta,
  colours: ReturnType<typeof colour>,
  size: number
): LayerSpec[] {
  return heatMaps.map((map) => {
    const metrics = rightPairing.components.find(({ component }) => component === map.component);
    return panel(method, map, metrics?.correlation ?? null, colours, size);
  });
}

/** Room for the colour scale, px: its title is the widest of it. */
const LEGEND_WIDTH = { Events: 92, 'Sum of weights': 145 } as const;

/** Between the rows of panels: a horizontal axis and the gap, px. */
const ROW_GAP = 58;

/** The largest content of a cell; 1 if none is positive, for a colour scale needs two ends. */
function largestContent(maps: readonly HeatMap[]): number {
  const largest = Math.max(0, ...maps.flatMap(({ counts }) => counts));
  return largest > 0 ? largest : 1;
}

function panel(
  method: string,
  map: HeatMap,
  correlation: number | null,
  colours: ReturnType<typeof colour>,
  size: number
): LayerSpec {
  const scale = { domain: [map.low, map.high], nice: false };
  const name = `*q*_{${map.component.slice(1)}}`;
  const axis = { format: NUMBER_FORMAT, tickCount: 4, domain: false } as const;
  const predicted = { ...axis, title: `${method} ${name} [GeV]` };
  const truth = { ...axis, title: `True ${name} [GeV]` };
  return {
    width: size,
    height: size,
    view: { stroke: null },
    layer: [
      {
        data: { values: cells(map) },
        // Half a pixel of overlap: without it the background shines through between cells.
        mark: { type: 'rect', x2Offset: 0.5, yOffset: 0.5, clip: true },
        encoding: {
          x: { field: 'x', type: 'quantitative', scale, axis: predicted },
          x2: { field: 'x2' },
          y: { field: 'y', type: 'quantitative', scale, axis: truth },
          y2: { field: 'y2' },
          color: colours,
        },
      },
      diagonal(map, scale),
      FRAME,
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 12 },
        encoding: {
          x: { value: 7 },
          y: { value: 7 },
          text: { value: `*r* = ${correlation === null ? 'n/a' : minus(correlation.toFixed(3))}` },
        },
      },
    ],
  };
}

function diagonal({ low, high }: HeatMap, scale: { domain: number[] }) {
  return {
    data: { values: [{ low, high }] },
    mark: { type: 'rule', color: COLOURS.vermilion, strokeWidth: 1.2 },
    encoding: {
      x: { field: 'low', type: 'quantitative', scale },
      x2: { field: 'high' },
      y: { field: 'low', type: 'quantitative', scale },
      y2: { field: 'high' },
    },
  } as const;
}

function colour(title: string, highest: number, gradientLength: number) {
  return {
    field: 'n',
    type: 'quantitative',
    // The root brings out the tails beside a sharp diagonal.
    scale: { type: 'sqrt', domain: [0, highest], scheme: 'blues' },
    legend: { title, gradientLength, tickCount: 6, format: NUMBER_FORMAT },
  } as const;
}

/** Cells with a positive content, and their edges. */
function cells({ low, high, bins, counts }: HeatMap) {
  const edge = (i: number) => low + ((high - low) * i) / bins;
  return counts.flatMap((n, index) => {
    if (n <= 0) return [];
    const [i, j] = [index % bins, Math.floor(index / bins)];
    return [{ x: edge(i), x2: edge(i + 1), y: edge(j), y2: edge(j + 1), n }];
  });
}

function minus(digits: string): string {
  return digits.replace('-', '\u2212');
}

function minimum({ truth }: Evaluation): string {
  const m2cc = truth?.m2cc ?? null;
  return m2cc === null
    ? ''
    : ' The two lower rows: the momenta at the minimum of M_2CC(ab), of events that have one.';
}

function caption(evaluation: Evaluation, events: number): string {
  return (
    'Invisible momenta as DeeLeMa predicts them (horizontal) against the true ones (vertical), ' +
    `component by component; q1 belongs to branch 1, q2 to branch 2.${minimum(evaluation)} ` +
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
