import type { FileMetaData, SchemaElement } from 'hyparquet';

const NUMBERS = new Set(['DOUBLE', 'FLOAT', 'INT32', 'INT64']);
const INTEGERS = /^U?INT_\d+$/;

/**
 * The columns of a Parquet file that hold numbers: flat, floating-point or whole.
 *
 * Texts, dates, decimals, truth values and everything nested are left out.
 *
 * @param metadata The footer of the file.
 * @returns Column names, in the order of the file.
 */
export function numberColumns({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  // The schema is a tree in prefix order under one root.
  for (let i = 1; i < schema.length;) {
    const end = behind(schema, i);
    if (end === i + 1 && isNumber(schema[i])) names.push(schema[i].name);
    i = end;
  }
  return names;
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
  const { type, converted_type, logical_type, repetition_type } = element;
  if (type === undefined || !NUMBERS.has(type) || repetition_type === 'REPEATED') return false;
  if (converted_type !== undefined && !INTEGERS.test(converted_type)) return false;
  return logical_type === undefined || logical_type.type === 'INTEGER';
}
