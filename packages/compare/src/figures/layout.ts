import { panelWidth } from '@deelema/plots';

/** Panels side by side. */
export const PANELS_A_ROW = 3;

/** Between the rows of panels, px. */
export const ROW_GAP = 16;

/** Sizes of the plotting areas of a panel, px. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
  readonly ratioHeight: number;
}

/** @returns The size of one of three panels side by side in a figure of that width, px. */
export function panelSize(width: number): PanelSize {
  return { width: panelWidth(width, PANELS_A_ROW), height: 130, ratioHeight: 52 };
}
