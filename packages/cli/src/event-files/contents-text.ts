import type { TableContents } from '@deelema/events';
import { table } from './text.ts';

/** How to go on from here. */
const HOW = `No column has one of our names (a1_E, …). To read this file as events, say in a YAML file which column is
which, e.g.
  a1: { pt: jet1_pt, eta: jet1_eta, phi: jet1_phi, m: jet1_m }
  ptmiss: { pt: met, phi: met_phi }
and give it with --columns map.yaml; roles are a1, b1, a2, b2 and, if known, c1, c2.`;

/**
 * What is in a file with columns of any names, for a terminal.
 *
 * @param path The file.
 * @param tables Its tables.
 * @returns Lines of text, the last ones on how to read it as events.
 */
export function contentsText(path: string, tables: readonly TableContents[]): string {
  return [...tables.flatMap((each) => tableText(path, each)), HOW].join('\n');
}

function tableText(path: string, { name, entries, columns, firstRows }: TableContents): string[] {
  const heads = firstRows.map((_, i) => `row ${i}`);
  const rows = columns.map((column) => [
    column.name,
    column.type,
    ...firstRows.map((row) => row[column.name] ?? ''),
  ]);
  const title = name === '' ? path : `${path}, tree ${name}`;
  return [`${title}: ${entries} entries`, ...table([['column', 'type', ...heads], ...rows])];
}
