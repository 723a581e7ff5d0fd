export { mt2 } from './mt2.ts';
export { mt2Columns } from './mt2-columns.ts';
export { emptyMinima } from './minima.ts';
export type { Minima } from './minima.ts';
export { STATUS, STATUS_NAMES } from './status.ts';
export type { Status } from './status.ts';
export type { AntlerEvents, Subsystem } from './antler-events.ts';
