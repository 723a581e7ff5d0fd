export { mt2 } from './mt2.ts';
export { mt2Columns } from './mt2-columns.ts';
export type { AntlerEvents, Subsystem } from './antler-events.ts';
