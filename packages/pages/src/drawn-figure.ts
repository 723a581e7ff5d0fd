import type { FigureList } from '@deelema/records';

/** A file that the page holds, to be saved from it. */
export interface Download {
  /** What it is, e.g. `CSV, 480 rows`. */
  readonly label: string;
  /** Its name once saved. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** A figure with its drawing. */
export interface DrawnFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** The SVG element. */
  readonly drawing: string;
  /** Where values can be read off. */
  readonly panels?: FigureList['figures'][number]['panels'];
  readonly downloads?: readonly Download[];
  /** Name of the saved drawing without its ending, e.g. `toy-ec20-masses`; default: the id. */
  readonly name?: string;
  /** Where its files lie besides, as a sentence. */
  readonly files?: string;
}
