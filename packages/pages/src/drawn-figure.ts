/** A figure with its drawing. */
export interface DrawnFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** The SVG element. */
  readonly drawing: string;
}
