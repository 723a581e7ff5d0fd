import { readFileSync } from 'node:fs';
import { allocateColumn, type Column, type EventBatch } from '@deelema/events';

/** A reference table: events with known M_T2. */
export interface Reference {
  /** The events as contaminate hands them on. */
  readonly events: EventBatch;
  /** The trial mass of the table, GeV. */
  readonly mC: number;
  readonly mt2_b: Column;
  readonly mt2_ab: Column;
}

/** Reads `test/reference/mt2-<sample>.csv`; its origin is described beside it. */
export function readReference(sample: 'toy' | 'ttbar'): Reference {
  const url = new URL(`../../../../test/reference/mt2-${sample}.csv`, import.meta.url);
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  const columns: Record<string, Column> = {};
  head.split(',').forEach((name, k) => {
    const column = allocateColumn(name, rows.length);
    rows.forEach((row, i) => (column[i] = row[k]));
    columns[name] = column;
  });
  const { m_inv, mt2_b, mt2_ab, ...measured } = columns;
  const exchanged = allocateColumn('exchanged', rows.length);
  return {
    events: { length: rows.length, columns: { ...measured, exchanged } },
    mC: m_inv[0],
    mt2_b,
    mt2_ab,
  };
}

/** The rows from `first` up to `end`, copied. */
export function slice({ columns }: EventBatch, first: number, end: number): EventBatch {
  const part = Object.entries(columns).map(([name, column]) => [name, column.slice(first, end)]);
  return { length: end - first, columns: Object.fromEntries(part) as Record<string, Column> };
}
