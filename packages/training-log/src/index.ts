export { scalarsCsv } from './csv.ts';
export { tensorBoardEvents } from './tensor-board-events.ts';
export type { Scalars } from './scalars.ts';
