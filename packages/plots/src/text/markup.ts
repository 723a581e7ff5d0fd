/** A piece of text set in one way. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
  readonly level: 'base' | 'sub' | 'super';
}

const TOKEN = /\*([^*]+)\*|_\{([^}]*)\}|\^\{([^}]*)\}|([^*_^]+|[*_^])/g;

/**
 * Splits a label into runs: `*m*_{A1}` is an italic m with the subscript A1, `^{…}` a superscript.
 *
 * Labels are written by this package, never by a user; a lone `*`, `_` or `^` stands for itself.
 */
export function parseMarkup(label: string): Run[] {
  return [...label.matchAll(TOKEN)].map(([, italic, sub, superscript, plain]): Run => {
    if (italic !== undefined) return { text: italic, italic: true, level: 'base' };
    if (sub !== undefined) return { text: sub, italic: false, level: 'sub' };
    if (superscript !== undefined) return { text: superscript, italic: false, level: 'super' };
    return { text: plain, italic: false, level: 'base' };
  });
}

/** Font size of a run in units of the label's. */
export function relativeSize({ level }: Run): number {
  return level === 'base' ? 1 : 0.72;
}

/** Shift of a run's baseline in units of the label's font size, downwards. */
export function baselineShift({ level }: Run): number {
  return { base: 0, sub: 0.22, super: -0.38 }[level];
}
