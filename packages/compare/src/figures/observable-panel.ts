import type { ComparedObservable } from '../comparison.ts';
import type { PanelSize } from './layout.ts';
import { ratioPanel } from './ratio-panel.ts';
import { shapePanel } from './shape-panel.ts';
import { ratioOf, shapeOf } from './shape.ts';

/** What all panels of a figure share. */
export interface PanelSettings {
  /** Generator of the reference, for the legend. */
  readonly generator: string;
  /** Relative uncertainty of shapes that are not invariant. */
  readonly band: number;
  readonly size: PanelSize;
}

/**
 * One observable: the reference as points and the generated events as a line, below them their ratio.
 *
 * @param observable The comparison.
 * @param settings What it shares with the other panels.
 */
export function observablePanel(observable: ComparedObservable, settings: PanelSettings) {
  const generated = shapeOf(observable.edges, observable.generated);
  const reference = shapeOf(observable.edges, observable.reference);
  return {
    vconcat: [
      shapePanel(observable, { generated, reference }, settings),
      ratioPanel(observable, ratioOf(generated, reference), settings),
    ],
    spacing: 4,
  };
}
