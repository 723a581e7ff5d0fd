import { AXIS_WIDTH, labelWidth, paletteOf, PANEL_GAP } from '@deelema/plots';
import type { DataRow, Figure, SkippedFigure } from '@deelema/plots';
import type { Table, TableMember } from '@deelema/records';
import type { ChartSource, SettingsOf } from '../chart.ts';
import { chosenMembers, trueMass } from '../members.ts';
import { deviationsCaption } from './caption.ts';
import { deviationPanel } from './deviation-panel.ts';
import {
  deviationPoints,
  METHOD_TITLES,
  publishedPoints,
  type DeviationPoint,
  type MassContent,
  type PublishedPoint,
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
  const contents = masses.map((mass): MassContent => {
    const published = settings.published ? publishedPoints : () => [];
    return {
      mass,
      points: methods.flatMap((method) => deviationPoints(rows, method, mass)),
      published: methods.flatMap((method) => published(rows, method, mass)),
    };
  });
  const panels = contents.map(({ mass, points, published }, i) =>
    deviationPanel({
      ...size,
      points,
      published,
      rows: labels,
      series,
      band: settings.band,
      domain: domainOf([...points, ...published], settings),
      xTitle: axisTitleOf(mass),
      columns: Math.max(1, Math.floor(width / ENTRY_WIDTH)),
      labelled: i % COLUMNS === 0,
    })
  );
  return {
    id: name,
    title,
    caption: deviationsCaption(settings, source, contents, { rows, all: members.length }),
    data: contents.flatMap((content) => numbersOf(content, settings)),
    spec: {
      resolve: { scale: { color: 'shared', shape: 'shared', opacity: 'shared' } },
      ...(masses.length > COLUMNS ? { concat: panels, columns: COLUMNS } : { hconcat: panels }),
    },
  };
}

function axisTitleOf(mass: string): string {
  return `(*m*_{${mass}} − true) / true [%]`;
}

/** The numbers of a panel. */
function numbersOf({ mass, points, published }: MassContent, { over }: Settings): DataRow[] {
  const panel = axisTitleOf(mass);
  return [
    ...points.map((point) => ({ panel, part: over ? 'mean' : 'measured', ...point })),
    ...published.map((point) => ({ panel, part: 'published', ...point, low: null, high: null })),
  ];
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
function domainOf(
  points: readonly (DeviationPoint | PublishedPoint)[],
  { band = 0, range }: Settings
) {
  if (range !== undefined) return [-range, range] as const;
  const ends = points.flatMap((point) =>
    'low' in point ? [point.low, point.high] : [point.deviation]
  );
  const [low, high] = [Math.min(-band, ...ends), Math.max(band, ...ends)];
  const margin = 0.06 * (high - low) || 1;
  return [low - margin, high + margin] as const;
}
