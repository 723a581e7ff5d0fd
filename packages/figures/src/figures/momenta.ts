import { PANEL_GAP, panelWidth } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Evaluation, HeatMap } from '@deelema/records';
import { contentName } from './caption.ts';
import { momentumCaption } from './momentum-caption.ts';
import { contentColours, momentumPanel, type MomentumPanel } from './momentum-panel.ts';
import { momentumRows } from './momentum-rows.ts';

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
  const panels = [
    ...panelsOf('Predicted', truth),
    ...(truth.m2cc === null ? [] : panelsOf(M2CC, truth.m2cc)),
  ];
  const highest = largestContent(panels.map(({ map }) => map));
  const colours = contentColours(`${content} / cell`, highest, 2 * size + ROW_GAP);
  return {
    ...ABOUT,
    caption: momentumCaption(evaluation, events),
    data: panels.flatMap(momentumRows),
    spec: {
      concat: panels.map((panel) => momentumPanel(panel, colours, size)),
      columns: 3,
      spacing: { row: 12, column: PANEL_GAP },
      resolve: { scale: { color: 'shared' } },
    },
  };
}

type Momenta = Pick<NonNullable<Evaluation['truth']>, 'rightPairing' | 'heatMaps'>;

/** What stands before a component found by M_2CC. */
const M2CC = '*M*_{2CC}^{(ab)}:';

function panelsOf(method: string, { rightPairing, heatMaps }: Momenta): MomentumPanel[] {
  return heatMaps.map((map) => {
    const metrics = rightPairing.components.find(({ component }) => component === map.component);
    return { method, map, correlation: metrics?.correlation ?? null };
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
