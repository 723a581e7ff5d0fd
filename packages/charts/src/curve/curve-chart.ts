import { paletteOf, panelWidth } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Quantity, TableMember } from '@deelema/records';
import type { ChartSource, SettingsOf } from '../chart.ts';
import { chosenMembers, labelsOf } from '../members.ts';
import { axisTitle, listText, membersText } from '../text.ts';
import { curvePanel } from './curve-panel.ts';
import { curvePoints, placesOf } from './curve-points.ts';

type Settings = SettingsOf<'curve'>;

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
    .map((quantity) => ({ quantity, points: curvePoints(members, quantity, places, settings) }))
    .filter(({ points }) => points.length > 0);
  const title = settings.title ?? `Quantities of the study ${table.study} against ${x}`;
  if (contents.length === 0) {
    return { id: name, title, reason: 'No member has a number of any of the quantities.' };
  }
  const series = paletteOf(split === undefined ? [''] : labelsOf(table, split, members));
  const columns = Math.min(COLUMNS, contents.length);
  const panels = contents.map(({ quantity, points }) =>
    curvePanel({
      points,
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
    caption: caption(
      settings,
      source,
      contents.map(({ quantity }) => quantity),
      members,
      chosen
    ),
    spec: {
      concat: panels,
      columns,
      resolve: { scale: { color: 'shared', shape: 'shared' } },
    },
  };
}

function caption(
  { quantities, x, split }: Settings,
  { table }: ChartSource,
  shown: readonly Quantity[],
  members: readonly TableMember[],
  chosen: readonly TableMember[]
): string {
  const unknown = quantities.length - shown.length;
  const without = chosen.length - members.length;
  const lines = split === undefined ? '' : `, by ${split}`;
  const sentences = [
    `Against ${x}${lines}: ${listText(shown.map(({ title }) => title))}.`,
    'Bars: standard errors, where they are known.',
    ...(unknown === 0 ? [] : [`Of ${unknown} more no member has a number.`]),
    `${membersText(members.length, table.study)}${
      without === 0 ? '' : `; ${without} more without a value of ${x}, left out`
    }.`,
  ];
  return sentences.join(' ');
}
