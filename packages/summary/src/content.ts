import type { DrawnFigure, Making } from '@deelema/pages';
import type { Evaluation, FigureList, Table } from '@deelema/records';
import type { z } from 'zod';
import type { config } from './config.mjs';

/** The settings of the page, defaults filled in. */
export type Settings = z.output<typeof config>;
export type TableSettings = Settings['tables'][number];
export type ItemSettings = Settings['items'][number];

/** What one member hands to the page. */
export interface MemberContent {
  readonly evaluation: Evaluation;
  /** Those that it has, whether the page shows them or not. */
  readonly figures: FigureList;
}

/** Files that a stage left behind. */
export interface Origin {
  /** The folder, relative to the workspace. */
  readonly folder: string;
  readonly file: string;
  /** As its manifest says; null where it has none. */
  readonly sha256: string | null;
}

/** All that the page is made of. */
export interface Content {
  readonly settings: Settings;
  /** Name of the study. */
  readonly study: string;
  readonly table: Table;
  /** `table.csv` and `table.json` as collect wrote them. */
  readonly files: { readonly csv: string; readonly json: string };
  readonly charts: FigureList;
  /** By name. */
  readonly members: Readonly<Record<string, MemberContent>>;
  /** The figures that the page shows, charts of the study first. */
  readonly figures: readonly DrawnFigure[];
  /** How the stages of the study were made, as far as they say it. */
  readonly making: readonly Making[];
  /** What was read of the members. */
  readonly origins: readonly Origin[];
}
