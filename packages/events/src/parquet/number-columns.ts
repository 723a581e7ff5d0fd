import type { FileMetaData, SchemaElement } from 'hyparquet';
import { columnType } from '../columns/column.ts';
import { columnDefinition } from '../columns/schema.ts';
import { InputError } from '../errors.ts';

const NUMBERS = new Set(['DOUBLE', 'FLOAT', 'INT32', 'INT64']);
const INTEGERS = /^U?INT_\d+$/;

/**
 * The columns of a Parquet file that hold numbers: flat, floating-point or whole.
 *
 * Texts, dates, decimals and everything nested are left out; truth values, too, but for `split` and `exchanged`.
 *
 * @param path Name of the file for messages.
 * @param metadata The footer of the file.
 * @returns Names of those columns and of the others, in the order of the file.
 * @throws InputError if a column of ours is left out, or stands twice.
 */
export function numberColumns(
  path: string,
  { schema }: FileMetaData
): { readonly names: string[]; readonly others: string[] } {
  const [names, others]: [string[], string[]] = [[], []];
  const read = new Set<string>();
  // The schema is a tree in prefix order under one root.
  for (let i = 1; i < schema.length;) {
    const end = behind(schema, i);
    const { name } = schema[i];
    const isOurs = columnDefinition(name) !== undefined;
    if (isOurs && read.has(name)) throw new InputError(`${path}: column ${name} stands twice.`);
    read.add(name);
    if (end === i + 1 && isNumber(schema[i])) names.push(name);
    else if (isOurs) throw mistyped(path, schema[i]);
    else others.push(name);
    i = end;
  }
  return { names, others };
}

function mistyped(path: string, element: SchemaElement): InputError {
  const { name, type, converted_type, logical_type, repetition_type } = element;
  const nested = type === undefined || repetition_type === 'REPEATED';
  const received = nested ? 'nested' : (converted_type ?? logical_type?.type ?? type);
  const integer = columnType(name) !== 'float64';
  const expected = integer ? 'a column of integers' : 'a column of numbers';
  return new InputError(
    `${path}: column ${name} is ${received}, expected ${expected}; write the file anew.`
  );
}

/** Index behind an element and all below it. */
function behind(schema: readonly SchemaElement[], index: number): number {
  let next = index + 1;
  for (let k = 0; k < (schema[index]?.num_children ?? 0) && next < schema.length; ++k) {
    next = behind(schema, next);
  }
  return next;
}

function isNumber(element: SchemaElement): boolean {
  const { name, type, converted_type, logical_type, repetition_type } = element;
  if (type === 'BOOLEAN') return columnType(name) === 'uint8' && repetition_type !== 'REPEATED';
  if (type === undefined || !NUMBERS.has(type) || repetition_type === 'REPEATED') return false;
  if (converted_type !== undefined && !INTEGERS.test(converted_type)) return false;
  return logical_type === undefined || logical_type.type === 'INTEGER';
}
