import { paletteOf, panelWidth } from '@deelema/plots';
import type { DataRow, Figure, SkippedFigure } from '@deelema/plots';
import type { Quantity, TableMember } from '@deelema/records';
import type { ChartSource, SettingsOf } from '../chart.ts';
import { chosenMembers, labelsOf, publishedNumber } from '../members.ts';
import { barsText, shownText } from '../groups.ts';
import { publishedText } from '../published-marks.ts';
import { axisTitle, listText } from '../text.ts';
import { curvePanel } from './curve-panel.ts';
import { curvePoints, placesOf, publishedPoints } from './curve-points.ts';
import type { CurvePoint, PublishedPoint } from './curve-points.ts';

type Settings = SettingsOf<'curve'>;

/** What is known of a quantity. */
interface Content {
  readonly quantity: Quantity;
  readonly points: readonly CurvePoint[];
  readonly published: readonly PublishedPoint[];
}

/** Panels side by side. */
const COLUMNS = 2;

/** A chart has this much room for each entry in a row of its legend, px. */
const ENTRY_WIDTH = 150;

/** Of a panel, px. */
const HEIGHT = 190;

/**
 * Quantities of the table against the labels of an axis, a panel for each.
 *
 * @param settings Which quantities, against what.
 * @param source The table.
 */
export function curveChart(settings: Settings, source: ChartSource): Figure | SkippedFigure {
  const { name, x, xTitle = x, split } = settings;
  const { table, width } = source;
  const chosen = chosenMembers(table, settings.where);
  const members = chosen.filter(({ labels }) => Object.hasOwn(labels, x));
  const places = placesOf(table, members, settings);
  const contents = settings.quantities
    .flatMap((wanted) => table.quantities.filter((quantity) => quantity.name === wanted))
    .map((quantity): Content => {
      const points = curvePoints(members, quantity, places, settings);
      return { quantity, points, published: publishedPoints(members, quantity, places, settings) };
    })
    .filter(({ points }) => points.length > 0);
  const title = settings.title ?? `Quantities of the study ${table.study} against ${x}`;
  if (contents.length === 0) {
    return { id: name, title, reason: 'No member has a number of any of the quantities.' };
  }
  const series = paletteOf(split === undefined ? [''] : labelsOf(table, split, members));
  const columns = Math.min(COLUMNS, contents.length);
  const panels = contents.map(({ quantity, points, published }) =>
    curvePanel({
      points,
      published,
      places,
      series,
      xTitle,
      yTitle: axisTitle(quantity),
      zero: quantity.name.startsWith('deviation.') || quantity.name.startsWith('pull.'),
      legend: split === undefined ? null : Math.max(1, Math.floor(width / ENTRY_WIDTH)),
      width: panelWidth(width, columns),
      height: HEIGHT,
    })
  );
  return {
    id: name,
    title,
    caption: caption(settings, source, contents, { members, chosen }),
    data: contents.flatMap((content) => rowsOf(content, settings)),
    spec: {
      concat: panels,
      columns,
      resolve: { scale: { color: 'shared', shape: 'shared', opacity: 'shared' } },
    },
  };
}

/** The numbers of a panel. */
function rowsOf({ quantity, points, published }: Content, { over }: Settings): DataRow[] {
  const panel = axisTitle(quantity);
  return [
    ...points.map(({ x, y, low, high, series }) => {
      return { panel, part: over ? 'mean' : 'measured', series, x, value: y, low, high };
    }),
    ...published.map(({ x, y, series }) => {
      return { panel, part: 'published', series, x, value: y, low: null, high: null };
    }),
  ];
}

interface Shown {
  /** Members with a place along x, or groups in their place. */
  readonly members: readonly TableMember[];
  /** With those that have none. */
  readonly chosen: readonly TableMember[];
}

function caption(
  { quantities, x, split, over, published: wanted }: Settings,
  { table }: ChartSource,
  contents: readonly Content[],
  { members, chosen }: Shown
): string {
  const unknown = quantities.length - contents.length;
  const without = chosen.length - members.length;
  const lines = split === undefined ? '' : `, by ${split}`;
  const published = members.filter((member) =>
    contents.some(({ quantity }) => publishedNumber(member, quantity.name) !== null)
  );
  const sentences = [
    `Against ${x}${lines}: ${listText(contents.map(({ quantity }) => quantity.title))}.`,
    barsText(table, over),
    ...(wanted ? publishedText(published) : []),
    ...(unknown === 0 ? [] : [`Of ${unknown} more no member has a number.`]),
    `${shownText(members, table, over)}${
      without === 0 ? '' : `; ${without} more without a value of ${x}, left out`
    }.`,
  ];
  return sentences.join(' ');
}
