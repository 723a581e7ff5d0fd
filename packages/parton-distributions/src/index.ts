export type { PartonDistributions } from './parton-distributions.ts';
export { PARTONS, PARTON_COUNT, partonIndex } from './partons.ts';
export { grv94lo } from './grv94lo.ts';
export type { Grv94Options } from './grv94lo.ts';
export { loadLhapdfGrid, readLhapdfGrid } from './lhapdf-grid.ts';
export type { LhapdfGrid, LhapdfGridOptions } from './lhapdf-grid.ts';
export { GridFileError } from './grid-file-error.ts';
export { alphaS } from './alpha-s.ts';
export type { AlphaSOptions } from './alpha-s.ts';
