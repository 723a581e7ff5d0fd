/**
 * Splits a row into its cells; a cell in quotes may hold commas, and two quotes in it stand for one.
 *
 * @param line The row.
 * @returns The cells, without the quotes around them.
 */
export function splitRow(line: string): string[] {
  return line.includes('"') ? splitQuoted(line) : line.split(',');
}

/** Either a cell in quotes or one without. */
const CELL = /\s*"((?:[^"]|"")*)"\s*(?:,|$)|([^,]*)(?:,|$)/y;

function splitQuoted(line: string): string[] {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(line);
    if (match === null) return cells;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    // The end of the line also ends a cell; another comma would begin an empty one.
    if (CELL.lastIndex === line.length && !match[0].endsWith(',')) return cells;
  }
}
