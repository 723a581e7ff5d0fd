import type { TopLevelSpec } from 'vega-lite';
import type { DataRow } from './data/data-row.ts';

/** A figure that can be drawn. */
export interface Figure {
  readonly id: string;
  /** What it shows, in a few words. */
  readonly title: string;
  /** Sample, number of events, what the lines are. */
  readonly caption: string;
  /** The numbers that are drawn, to be drawn again by other programs; texts may have the markup of labels. */
  readonly data: readonly DataRow[];
  readonly spec: TopLevelSpec;
}

/** A figure that cannot be drawn from these events. */
export interface SkippedFigure {
  readonly id: string;
  readonly title: string;
  /** Why not, as a sentence. */
  readonly reason: string;
}
