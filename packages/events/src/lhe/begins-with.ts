/**
 * Whether a line begins with a word.
 *
 * @param bytes The text.
 * @param start Where the line begins, behind its leading blanks.
 * @param end Where it ends.
 * @param word The bytes of the word.
 */
export function beginsWith(
  bytes: Uint8Array,
  start: number,
  end: number,
  word: Uint8Array
): boolean {
  if (end - start < word.length) return false;
  for (let k = 0; k < word.length; k++) if (bytes[start + k] !== word[k]) return false;
  return true;
}

/**
 * Whether a line begins with an opening tag.
 *
 * @param bytes The text.
 * @param start Where the line begins, behind its leading blanks.
 * @param end Where it ends.
 * @param tag The bytes of the tag without its end: `<event` does not match `<eventgroup>`.
 */
export function beginsWithTag(
  bytes: Uint8Array,
  start: number,
  end: number,
  tag: Uint8Array
): boolean {
  if (!beginsWith(bytes, start, end, tag)) return false;
  const next = start + tag.length;
  return next === end || bytes[next] <= 32 || bytes[next] === 62;
}

/**
 * Whether a number may begin with a byte: a digit, a sign or a point.
 *
 * @param byte The byte.
 */
export function beginsNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46;
}
