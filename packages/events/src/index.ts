export { InputError } from './errors.ts';
export type { InputErrorOptions } from './errors.ts';

export { INVISIBLE_ROLES, momentumColumns, VISIBLE_ROLES } from './columns/roles.ts';
export type { Role } from './columns/roles.ts';
export { allocateColumn, BATCH_ROWS, columnType, columnUnit } from './columns/column.ts';
export type { Column, ColumnType } from './columns/column.ts';
export { float64Column, fourMomenta } from './columns/batch.ts';
export type { EventBatch } from './columns/batch.ts';

export { openEvents } from './arrow/reader.ts';
export type { EventFile } from './arrow/reader.ts';
export { createEventWriter } from './arrow/writer.ts';
export type { EventWriter, EventWriterOptions } from './arrow/writer.ts';
