import { decimalPlaces, type Quantity, type Table, type TableNumber } from '@deelema/records';

const NOTHING = '–';

/**
 * The table as Markdown, for readers: one line per member.
 *
 * @param table The table.
 * @param shown The quantities to show, in this order; one that no member has a number of is left out.
 * @returns Text with a heading and a note.
 */
export function toMarkdown(table: Table, shown: readonly string[]): string {
  const { study, members } = table;
  const columns = shown
    .flatMap((name) => table.quantities.filter((quantity) => quantity.name === name))
    .filter(({ name }) => members.some(({ numbers }) => numbers[name].value !== null));
  const lines = [
    ['member', ...columns.map(title)],
    ['---', ...columns.map(() => '---:')],
    ...members.map(({ name, numbers }) => [
      name,
      ...columns.map((column) => format(numbers[column.name], column)),
    ]),
  ];
  const rows = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# ${study}\n\n${rows}\n\n${NOTE}\n`;
}

const NOTE = `Behind ± stands the standard error, where one is known; ${NOTHING} is no number. All numbers: \`table.json\`, \`table.csv\`.`;

function title({ title: words, unit }: Quantity): string {
  return unit === '' ? words : `${words} [${unit}]`;
}

function format({ value, error }: TableNumber, { unit }: Quantity): string {
  if (value === null) return NOTHING;
  if (error !== null) {
    const places = decimalPlaces(error);
    return `${value.toFixed(places)} ± ${error.toFixed(places)}`;
  }
  if (unit !== '') return value.toFixed(decimalPlaces(null));
  // A count is a count, and a fraction of a percent is worth reading.
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
