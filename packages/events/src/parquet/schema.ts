import type { KeyValue, SchemaElement } from 'hyparquet';
import { columnType, columnUnit } from '../columns/column.ts';
import { metadataEntries } from '../columns/metadata.ts';
import type { EventMetadata } from '../columns/metadata.ts';

/**
 * Schema of a Parquet file of events: flat columns without nulls.
 *
 * @param columns Column names, in the order of the file.
 * @returns Its elements, the root first.
 */
export function parquetSchemaOf(columns: readonly string[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.map(element)];
}

/**
 * The key-value metadata of a Parquet file of events.
 *
 * Parquet has no metadata of single columns, so all units stand in the entry `units`, JSON by column.
 *
 * @param columns Column names.
 * @param metadata What the file says about all events.
 * @returns The entries of an Arrow file, and `units`.
 */
export function keyValues(columns: readonly string[], metadata: EventMetadata): KeyValue[] {
  const units = columns.flatMap((name) => {
    const unit = columnUnit(name);
    return unit === undefined ? [] : [[name, unit] as const];
  });
  const entries = [...metadataEntries(metadata)].map(([key, value]) => ({ key, value }));
  return [...entries, { key: 'units', value: JSON.stringify(Object.fromEntries(units)) }];
}

/**
 * The converted type alone says which integers they are: the newer logical type, as hyparquet-writer 0.17.0 writes it,
 * is refused by Arrow C++ and DuckDB.
 */
function element(name: string): SchemaElement {
  const type = columnType(name);
  if (type === 'float64') return { name, type: 'DOUBLE', repetition_type: 'REQUIRED' };
  const converted_type = type === 'uint32' ? 'UINT_32' : 'UINT_8';
  return { name, type: 'INT32', repetition_type: 'REQUIRED', converted_type };
}
