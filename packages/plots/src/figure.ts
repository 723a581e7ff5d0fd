import type { TopLevelSpec } from 'vega-lite';

/** A figure that can be drawn. */
export interface Figure {
  readonly id: string;
  /** What it shows, in a few words. */
  readonly title: string;
  /** Sample, number of events, what the lines are. */
  readonly caption: string;
  readonly spec: TopLevelSpec;
}

/** A figure that cannot be drawn from these events. */
export interface SkippedFigure {
  readonly id: string;
  readonly title: string;
  /** Why not, as a sentence. */
  readonly reason: string;
}
