import { readFileSync } from 'node:fs';
import { allocateColumn, eventColumns, type Column, type EventBatch } from '@deelema/events';

/** A reference table: events and the values of other codes. */
export interface Reference {
  /** The events as contaminate hands them on. */
  readonly events: EventBatch;
  /** The trial mass of the table, GeV. */
  readonly mC: number;
  /** Values by name, e.g. `mt2_b`, `m2cc_ab` and `m2cc_ab_onesided`. */
  readonly values: Readonly<Record<string, Column>>;
}

const MEASURED = eventColumns(false).filter((name) => name !== 'weight');

/** Reads the tables `test/reference/m2/<sample>-*.csv`; their origin is described beside them. */
export function readReference(sample: 'toy' | 'ttbar'): Reference {
  const { m_inv, ...table } = readTable(`${sample}-events`);
  const measured = Object.fromEntries(MEASURED.map((name) => [name, table[name]]));
  const length = m_inv.length;
  const exchanged = allocateColumn('exchanged', length);
  return {
    events: { length, columns: { ...measured, exchanged } },
    mC: m_inv[0],
    values: readTable(`${sample}-values`),
  };
}

function readTable(name: string): Record<string, Column> {
  const url = new URL(`../../../../test/reference/m2/${name}.csv`, import.meta.url);
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  const columns = head.split(',').map((column, k) => {
    const values = allocateColumn(column, rows.length);
    rows.forEach((row, i) => (values[i] = row[k] === '' ? NaN : Number(row[k])));
    return [column, values] as const;
  });
  return Object.fromEntries(columns);
}

/** The rows from `first` up to `end`, copied. */
export function slice({ columns }: EventBatch, first: number, end: number): EventBatch {
  const part = Object.entries(columns).map(([name, column]) => [name, column.slice(first, end)]);
  return { length: end - first, columns: Object.fromEntries(part) as Record<string, Column> };
}
