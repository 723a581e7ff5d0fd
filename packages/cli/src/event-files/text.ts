/**
 * Events left out, by reason, in one line.
 *
 * @param dropped Numbers of events by reason.
 * @returns E.g. `12 (not two A)`; empty if there are none.
 */
export function leftOutText(dropped: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  return reasons.map(([reason, count]) => `${count} (${reason})`).join(', ');
}

/**
 * A length in bytes.
 *
 * @param bytes The length.
 * @returns E.g. `3.89 MB`.
 */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}

/**
 * Rows of text with columns of equal width: the first aligned to the left, the others to the right.
 *
 * @param rows The rows, the heading first; short ones end early.
 * @returns One line per row, all but the heading indented.
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, k) => (widths[k] = Math.max(widths[k] ?? 0, cell.length)));
  }
  return rows.map((row, i) => {
    const indent = i === 0 ? '' : '  ';
    const cells = row.map((cell, k) =>
      k === 0 ? `${indent}${cell}`.padEnd(widths[0] + 2) : cell.padStart(widths[k] + 2)
    );
    return cells.join('').trimEnd();
  });
}

/**
 * Words as they stand in a sentence.
 *
 * @param words At least one.
 * @returns E.g. `.arrow, .csv or .lhe`.
 */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
