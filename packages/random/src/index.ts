export { stream } from './stream.ts';
export type { RandomStream } from './stream.ts';
export type { StreamName } from './state.ts';
export { permutation } from './permutation.ts';
export { dealer } from './deal.ts';
