import { Field, Float64, Schema, Uint32, Uint8 } from 'apache-arrow';
import { columnType, columnUnit } from '../columns/column.ts';
import type { ColumnType } from '../columns/column.ts';
import { metadataEntries } from '../columns/metadata.ts';
import type { EventMetadata } from '../columns/metadata.ts';

/**
 * Schema of an event file: flat columns without nulls, the unit in the metadata of each field.
 *
 * @param columns Column names, in the order of the file.
 * @param metadata What the file says about all events.
 * @returns The schema.
 */
export function eventSchema(columns: readonly string[], metadata: EventMetadata): Schema {
  const fields = columns.map((name) => {
    const unit = columnUnit(name);
    const entries = new Map(unit === undefined ? [] : [['unit', unit]]);
    return new Field(name, arrowType(name), false, entries);
  });
  return new Schema(fields, metadataEntries(metadata));
}

const ARROW_NAMES: Readonly<Record<ColumnType, string>> = {
  float64: 'Float64',
  uint8: 'Uint8',
  uint32: 'Uint32',
};

/**
 * What is wrong with the type of a column in a file.
 *
 * @param name Column name.
 * @param type Its Arrow type in the file, whose text is its name.
 * @returns A clause such as "column event is Int64, expected Uint32", or undefined if all is well.
 */
export function typeMismatch(name: string, type: unknown): string | undefined {
  const received = String(type);
  const expected = ARROW_NAMES[columnType(name)];
  return received === expected ? undefined : `column ${name} is ${received}, expected ${expected}`;
}

function arrowType(name: string): Float64 | Uint8 | Uint32 {
  const type = columnType(name);
  if (type === 'uint32') return new Uint32();
  return type === 'uint8' ? new Uint8() : new Float64();
}
