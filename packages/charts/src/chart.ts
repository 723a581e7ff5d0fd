import type { Figure, SkippedFigure } from '@deelema/plots';
import type { HistoryEntry, Table } from '@deelema/records';
import type { z } from 'zod';
import type { config } from './config.mjs';
import { curveChart } from './curve/curve-chart.ts';
import { deviationsChart } from './deviations/deviations-chart.ts';
import { sourceOfGroups } from './groups.ts';
import { trainingChart } from './training/training-chart.ts';

/** Settings of one chart, defaults filled in. */
export type ChartSettings = z.output<typeof config>['draw'][number];

/** The settings of one kind of chart. */
export type SettingsOf<Kind extends ChartSettings['kind']> = Extract<ChartSettings, { kind: Kind }>;

/** The courses of trainings, by the name of the member. */
export type Histories = Readonly<Record<string, readonly HistoryEntry[]>>;

/** What charts are drawn of. */
export interface ChartSource {
  readonly table: Table;
  /** Of all members where a chart shows trainings, else none. */
  readonly histories: Histories;
  /** Width of a chart, px. */
  readonly width: number;
}

/**
 * One chart of a study.
 *
 * @param settings What it shows.
 * @param source The table, and the courses of the trainings.
 * @returns A figure; a reason where the table has nothing to draw.
 */
export function chartOf(settings: ChartSettings, source: ChartSource): Figure | SkippedFigure {
  if (settings.kind === 'training') return trainingChart(settings, source);
  const { name, title = name, over } = settings;
  const shown = over ? sourceOfGroups(settings, source) : source;
  if ('reason' in shown) return { id: name, title, ...shown };
  return settings.kind === 'curve' ? curveChart(settings, shown) : deviationsChart(settings, shown);
}
