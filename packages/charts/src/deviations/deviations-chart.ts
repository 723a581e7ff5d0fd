import { AXIS_WIDTH, labelWidth, paletteOf, PANEL_GAP } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Table, TableMember } from '@deelema/records';
import type { ChartSource, SettingsOf } from '../chart.ts';
import { chosenMembers, trueMass } from '../members.ts';
import { listText, membersText } from '../text.ts';
import { deviationPanel } from './deviation-panel.ts';
import {
  deviationPoints,
  METHOD_TITLES,
  type DeviationPoint,
  type Row,
} from './deviation-points.ts';

type Settings = SettingsOf<'deviations'>;

/** Of the labels beside the rows, px. */
const FONT_SIZE = 12;

/** A chart has this much room for each entry in a row of its legend, px. */
const ENTRY_WIDTH = 190;

/** Panels side by side. */
const COLUMNS = 2;

/** Height of a row: of each method in it, and at least; px. */
const ROW = { method: 12, least: 24 } as const;

/**
 * Measured over true masses in percent: a row for each member, a panel for each mass, of the antler A and B.
 *
 * @param settings What is compared.
 * @param source The table.
 */
export function deviationsChart(settings: Settings, source: ChartSource): Figure | SkippedFigure {
  const { name, title = 'Measured over true masses' } = settings;
  const { table, width } = source;
  const members = chosenMembers(table, settings.where);
  const all = massesIn(table);
  const rows = members
    .filter((member) => all.some((mass) => trueMass(member, mass) !== null))
    .map((member) => ({ label: label(member, settings), member }));
  const found = (method: Settings['methods'][number], mass: string) =>
    deviationPoints(rows, method, mass).length > 0;
  const methods = settings.methods.filter((method) => all.some((mass) => found(method, mass)));
  const masses = all.filter((mass) => methods.some((method) => found(method, mass)));
  if (methods.length === 0) {
    const reason = 'No member has a measured mass beside a true one.';
    return { id: name, title, reason };
  }
  const series = paletteOf(methods.map((method) => METHOD_TITLES[method]));
  const labels = rows.map((row) => row.label);
  const size = {
    width: plottingWidth(width, labels, Math.min(COLUMNS, masses.length)),
    height: rows.length * Math.max(ROW.least, ROW.method * (methods.length + 1)),
  };
  const panels = masses.map((mass, i) => {
    const points = methods.flatMap((method) => deviationPoints(rows, method, mass));
    return deviationPanel({
      ...size,
      points,
      rows: labels,
      series,
      band: settings.band,
      domain: domainOf(points, settings),
      xTitle: `(*m*_{${mass}} − true) / true [%]`,
      columns: Math.max(1, Math.floor(width / ENTRY_WIDTH)),
      labelled: i % COLUMNS === 0,
    });
  });
  return {
    id: name,
    title,
    caption: caption(settings, source, { rows, all: members.length, masses }),
    spec: {
      resolve: { scale: { color: 'shared', shape: 'shared' } },
      ...(masses.length > COLUMNS ? { concat: panels, columns: COLUMNS } : { hconcat: panels }),
    },
  };
}

/** The masses that a training or the source of the events has a name for. */
function massesIn({ quantities }: Table): string[] {
  return quantities.flatMap(({ name }) => /^auxiliary\.m(\w+)$/.exec(name)?.[1] ?? []);
}

/** Labels of the axes that are asked for; a pipeline that is listed has none, but a name. */
function label({ name, labels }: TableMember, { rows }: Settings): string {
  const words = (rows ?? Object.keys(labels)).flatMap((axis) =>
    Object.hasOwn(labels, axis) ? [labels[axis]] : []
  );
  return words.length === 0 ? name : words.join(', ');
}

/** So many panels beside the labels of their rows. */
function plottingWidth(width: number, labels: readonly string[], columns: number): number {
  const widest = Math.max(AXIS_WIDTH, ...labels.map((text) => labelWidth(text, FONT_SIZE) + 12));
  const gaps = (columns - 1) * PANEL_GAP;
  return Math.max(120, Math.floor((width - 16 - widest - gaps) / columns));
}

/** All points with their error bars, zero and the band; or what is asked for. */
function domainOf(points: readonly DeviationPoint[], { band = 0, range }: Settings) {
  if (range !== undefined) return [-range, range] as const;
  const low = Math.min(-band, ...points.map((point) => point.low));
  const high = Math.max(band, ...points.map((point) => point.high));
  const margin = 0.06 * (high - low) || 1;
  return [low - margin, high + margin] as const;
}

interface Shown {
  readonly rows: readonly Row[];
  /** Number of members, with those that are left out. */
  readonly all: number;
  readonly masses: readonly string[];
}

function caption(settings: Settings, { table }: ChartSource, { rows, all, masses }: Shown) {
  const { band, range } = settings;
  const without = all - rows.length;
  const [left, right] = masses;
  const which = masses.length === 2 ? `${left} (left) and ${right} (right)` : listText(masses);
  const sentences = [
    `Masses of ${which} measured in all events together, less the true masses, in percent of these.`,
    'Bars: standard errors, where they are known.',
    ...(band === undefined ? [] : [`Grey: ± ${band} %.`]),
    ...(range === undefined ? [] : [`Arrows: more than ${range} % off.`]),
    `${membersText(rows.length, table.study)}${rowsText(settings)}${
      without === 0 ? '' : `; ${without} more without true masses, left out`
    }.`,
  ];
  return sentences.join(' ');
}

function rowsText({ rows }: Settings): string {
  return rows === undefined ? '' : ` by ${listText(rows)}`;
}
