import { Field, Float64, Schema, Uint32, Uint8 } from 'apache-arrow';
import { columnType, columnUnit } from '../columns/column.ts';
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

/**
 * The same schema with further metadata entries.
 *
 * @param schema The schema.
 * @param entries The entries, by key.
 */
export function withEntries(schema: Schema, entries: Readonly<Record<string, string>>): Schema {
  return new Schema(schema.fields, new Map([...schema.metadata, ...Object.entries(entries)]));
}

function arrowType(name: string): Float64 | Uint8 | Uint32 {
  const type = columnType(name);
  if (type === 'uint32') return new Uint32();
  return type === 'uint8' ? new Uint8() : new Float64();
}
