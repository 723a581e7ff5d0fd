import { INK } from '@deelema/plots';

/** Drawn last: the cells at the rim cover the frame that a panel has by itself. */
export const FRAME = {
  data: { values: [{}] },
  mark: { type: 'rect', fill: null, stroke: INK, strokeWidth: 1 },
  encoding: {
    x: { value: 0 },
    x2: { value: 'width' },
    y: { value: 0 },
    y2: { value: 'height' },
  },
} as const;
