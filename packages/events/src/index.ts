export { InputError } from './errors.ts';
export type { InputErrorOptions } from './errors.ts';

export { eventColumns, INVISIBLE_ROLES, momentumColumns, VISIBLE_ROLES } from './columns/roles.ts';
export type { Role } from './columns/roles.ts';
export { allocateColumn, BATCH_ROWS, columnType, columnUnit } from './columns/column.ts';
export type { Column } from './columns/column.ts';
export { columnDefinition, EVENT_SCHEMA, isResultColumn, trueRole } from './columns/schema.ts';
export type { ColumnDefinition, ColumnType } from './columns/schema.ts';
export { minimumColumns } from './columns/mass-variables.ts';
export { mapColumns } from './columns/map-columns.ts';
export { float64Column, fourMomenta } from './columns/batch.ts';
export type { EventBatch } from './columns/batch.ts';
export { countSplits, namedCounts, splitCode, SPLITS } from './columns/splits.ts';
export type { SplitCounts, SplitName } from './columns/splits.ts';
export type { EventWriter } from './columns/event-writer.ts';
export { SCHEMA_VERSION } from './columns/metadata.ts';
export type { CrossSection, EventMetadata } from './columns/metadata.ts';

export { openEvents } from './arrow/reader.ts';
export type { EventFile } from './arrow/reader.ts';
export { createEventWriter } from './arrow/writer.ts';
export type { EventWriterOptions } from './arrow/writer.ts';
export { PIECE_BYTES, writeEvents } from './arrow/write-events.ts';

export { isWithin, TOPOLOGIES, topologyText } from './topology/topology.ts';
export type { Topology, TopologyName } from './topology/topology.ts';
export { isInvisible } from './topology/invisible.ts';

export { readLhe } from './lhe/reader.ts';
export type { LheCounts, LheEvents, LheOptions } from './lhe/reader.ts';
export { findTopology } from './lhe/find-topology.ts';
export { readLheInit } from './lhe/read-init.ts';
export { totalCrossSection } from './lhe/init.ts';
export type { LheInit, LheProcess } from './lhe/init.ts';
export { namedTopology, resolveTopology } from './lhe/resolve-topology.ts';
export type { TopologyChoice } from './lhe/resolve-topology.ts';
export { createLheWriter } from './lhe/writer.ts';
export type { LheWriterOptions } from './lhe/writer.ts';

export { readCsv, readCsvHeader } from './csv/reader.ts';
export type { CsvOptions } from './csv/reader.ts';
export { createCsvWriter } from './csv/writer.ts';

export type { ColumnMap, ColumnReference, EnergyUnit } from './mapping/column-map.ts';

export { saveEvents } from './convert/save-events.ts';
export type { SavedEvents } from './convert/save-events.ts';
export { convertEvents } from './convert/convert.ts';
export type { ConvertCounts, ConvertOptions } from './convert/convert.ts';
export { describeEvents } from './convert/describe.ts';
export type { DescribedColumn, EventDescription } from './convert/describe.ts';
export { listForeign } from './convert/contents.ts';
export type { TableContents } from './convert/table-contents.ts';
export type { ShownEvent } from './convert/first-events.ts';
export { BoundedSample } from './convert/bounded-sample.ts';
export type { Quantiles } from './convert/mass-samples.ts';
export { lossesOf } from './convert/losses.ts';
export { eventEndings, eventFormat } from './convert/format.ts';
export type { EventFormat } from './convert/format.ts';
export { openSource } from './convert/source.ts';
export type { EventSource, SourceOptions } from './convert/source.ts';

export { replaceFile } from './disk/replace-file.ts';

export { ANSWERS_IN_USE, mapInWorkers } from './workers/ordered-pool.ts';
export type { PoolSettings } from './workers/ordered-pool.ts';
