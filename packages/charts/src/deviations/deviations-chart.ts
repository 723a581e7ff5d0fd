import { AXIS_WIDTH, labelWidth, paletteOf, PANEL_GAP } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { TableMember } from '@deelema/records';
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

const MASSES = ['A', 'B'] as const;

/** Of the labels beside the rows, px. */
const FONT_SIZE = 12;

/** A chart has this much room for each entry in a row of its legend, px. */
const ENTRY_WIDTH = 190;

/** Height of a row: of each method in it, and at least; px. */
const ROW = { method: 12, least: 24 } as const;

/**
 * Measured over true masses in percent: a row for each member, panels for A and B.
 *
 * @param settings What is compared.
 * @param source The table.
 */
export function deviationsChart(settings: Settings, source: ChartSource): Figure | SkippedFigure {
  const { name, title = 'Measured over true masses' } = settings;
  const { table, width } = source;
  const members = chosenMembers(table, settings.where);
  const rows = members
    .filter(knowsTruth)
    .map((member) => ({ label: label(member, settings), member }));
  const methods = settings.methods.filter((method) =>
    MASSES.some((mass) => deviationPoints(rows, method, mass).length > 0)
  );
  if (methods.length === 0) {
    const reason = 'No member has a measured mass beside a true one.';
    return { id: name, title, reason };
  }
  const series = paletteOf(methods.map((method) => METHOD_TITLES[method]));
  const labels = rows.map((row) => row.label);
  const size = {
    width: plottingWidth(width, labels),
    height: rows.length * Math.max(ROW.least, ROW.method * (methods.length + 1)),
  };
  const panels = MASSES.map((mass) => ({
    mass,
    points: methods.flatMap((method) => deviationPoints(rows, method, mass)),
  }));
  return {
    id: name,
    title,
    caption: caption(settings, source, rows, members.length),
    spec: {
      resolve: { scale: { color: 'shared', shape: 'shared' } },
      hconcat: panels.map(({ mass, points }, i) =>
        deviationPanel({
          ...size,
          points,
          rows: labels,
          series,
          band: settings.band,
          domain: domainOf(points, settings),
          xTitle: `(*m*_{${mass}} − true) / true [%]`,
          columns: Math.max(1, Math.floor(width / ENTRY_WIDTH)),
          labelled: i === 0,
        })
      ),
    },
  };
}

function knowsTruth(member: TableMember): boolean {
  return MASSES.some((mass) => trueMass(member, mass) !== null);
}

/** Labels of the axes that are asked for; a pipeline that is listed has none, but a name. */
function label({ name, labels }: TableMember, { rows }: Settings): string {
  const words = (rows ?? Object.keys(labels)).flatMap((axis) =>
    Object.hasOwn(labels, axis) ? [labels[axis]] : []
  );
  return words.length === 0 ? name : words.join(', ');
}

/** Two panels beside the labels of their rows. */
function plottingWidth(width: number, labels: readonly string[]): number {
  const widest = Math.max(AXIS_WIDTH, ...labels.map((text) => labelWidth(text, FONT_SIZE) + 12));
  return Math.max(120, Math.floor((width - 16 - widest - PANEL_GAP) / 2));
}

/** All points with their error bars, zero and the band; or what is asked for. */
function domainOf(points: readonly DeviationPoint[], { band = 0, range }: Settings) {
  if (range !== undefined) return [-range, range] as const;
  const low = Math.min(-band, ...points.map((point) => point.low));
  const high = Math.max(band, ...points.map((point) => point.high));
  const margin = 0.06 * (high - low) || 1;
  return [low - margin, high + margin] as const;
}

function caption(settings: Settings, { table }: ChartSource, rows: readonly Row[], all: number) {
  const { band, range } = settings;
  const without = all - rows.length;
  const sentences = [
    'Masses of A (left) and B (right) measured in all events together, less the true masses, in percent of these.',
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
