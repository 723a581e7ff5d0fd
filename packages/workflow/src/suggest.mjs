// @ts-check
import { distance } from 'fastest-levenshtein';

/**
 * A hint for a mistyped word.
 *
 * @param {string} word What was written.
 * @param {readonly string[]} known What could have been meant.
 * @returns {string} ` Did you mean "…"?` if something is close, else ` Expected one of …`; empty if nothing is known.
 */
export function suggest(word, known) {
  if (known.length === 0) return '';
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  if (best && best.far <= Math.max(2, Math.floor(word.length / 3))) {
    return ` Did you mean "${best.candidate}"?`;
  }
  return ` Expected one of ${known.join(', ')}.`;
}
