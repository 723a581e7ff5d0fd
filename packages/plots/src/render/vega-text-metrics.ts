import { labelWidth } from '../text/fonts.ts';

declare module 'vega' {
  /** Vega's measure of text, which its layout asks for the width of every label; px. */
  export const textMetrics: {
    width(item: { readonly fontSize?: number }, text: string | number | null | undefined): number;
  };
}

/** Vega's font size where a label has none, px. */
const DEFAULT_FONT_SIZE = 11;

/**
 * Widths of marked-up labels as they will be drawn.
 *
 * Without a canvas Vega takes every letter to be 0.8 em wide, which leaves gaps in legends and
 * beside axes.
 */
export const shippedFontMetrics = {
  width: (item: { readonly fontSize?: number }, text: string | number | null | undefined) =>
    labelWidth(String(text ?? ''), item.fontSize ?? DEFAULT_FONT_SIZE),
};
