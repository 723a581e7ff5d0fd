import { readFileSync } from 'node:fs';
import type { AntlerEvents } from '@deelema/mass-variables';
import { antlerEvents } from './particles.ts';

/** Events of a reference table with the values other codes found for them. */
export interface ReferenceEvents {
  readonly events: AntlerEvents;
  /** Trial mass, GeV. */
  readonly mInvisible: number;
  /** A column of values by its name in the table. */
  readonly value: (name: string) => Float64Array;
}

/** The 1 000 reference events of a sample. */
export function referenceEvents(sample: 'toy' | 'ttbar'): ReferenceEvents {
  const given = readTable(`${sample}-events.csv`);
  const values = readTable(`${sample}-values.csv`);
  return {
    events: antlerEvents((name) => column(given, name)),
    mInvisible: column(given, 'm_inv')[0],
    value: (name) => column(values, name),
  };
}

function readTable(name: string): Map<string, Float64Array> {
  const url = new URL(`../../../../test/reference/m2/${name}`, import.meta.url);
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return new Map(
    head.split(',').map((name, k) => [name, Float64Array.from(rows, (row) => row[k])])
  );
}

function column(table: Map<string, Float64Array>, name: string): Float64Array {
  const found = table.get(name);
  if (found === undefined) throw new Error(`The table has no column ${name}.`);
  return found;
}
