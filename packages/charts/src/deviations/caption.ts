import type { ChartSource, SettingsOf } from '../chart.ts';
import { barsText, shownText } from '../groups.ts';
import { publishedText } from '../published-marks.ts';
import { listText } from '../text.ts';
import type { MassContent, Row } from './deviation-points.ts';

type Settings = SettingsOf<'deviations'>;

/** Which members are shown. */
export interface Shown {
  readonly rows: readonly Row[];
  /** Number of members, with those that are left out. */
  readonly all: number;
}

/** @returns What the figure shows, and of whom. */
export function deviationsCaption(
  settings: Settings,
  { table }: ChartSource,
  contents: readonly MassContent[],
  { rows, all }: Shown
): string {
  const { band, range, over } = settings;
  const without = all - rows.length;
  const masses = contents.map(({ mass }) => mass);
  const [left, right] = masses;
  const which = masses.length === 2 ? `${left} (left) and ${right} (right)` : listText(masses);
  const members = rows.map(({ member }) => member);
  const labels = contents.flatMap(({ published }) => published.map(({ row }) => row));
  const published = rows.filter(({ label }) => labels.includes(label));
  const sentences = [
    `Masses of ${which} measured in all events together, less the true masses, in percent of these.`,
    barsText(table, over),
    ...publishedText(published.map(({ member }) => member)),
    ...(band === undefined ? [] : [`Grey: ± ${band} %.`]),
    ...(range === undefined ? [] : [`Arrows: more than ${range} % off.`]),
    `${shownText(members, table, over)}${rowsText(settings)}${
      without === 0 ? '' : `; ${without} more without true masses, left out`
    }.`,
  ];
  return sentences.join(' ');
}

function rowsText({ rows }: Settings): string {
  return rows === undefined ? '' : ` by ${listText(rows)}`;
}
