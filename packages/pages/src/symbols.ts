import { html } from './html.ts';
import type { Html } from './html.ts';
import { symbol } from './numbers.ts';

/** One letter, perhaps with a tilde, and its index: `m_A1`, but not `my_file` or `m_A.lhe`. */
const SYMBOL = /(?<![\w.])(\p{L}\u0303?)_([A-Za-z0-9]{1,4})(?![\w\u0303]|\.\w)/gu;

/**
 * Text with its symbols set as such: the 2CC of `M_2CC` becomes a subscript.
 *
 * @param text Plain text; it is escaped.
 */
export function withSymbols(text: string): Html {
  // Text, letter, index, text, letter, index, …, text.
  const parts = text.split(SYMBOL);
  return html`${parts.map((part, i) => {
    if (i % 3 === 0) return part;
    return i % 3 === 1 ? symbol(part, parts[i + 1]) : null;
  })}`;
}
