export { quantitiesOf } from './quantities.ts';
export type { QuantityDefinition } from './quantities.ts';
export { quantityNamed } from './quantity-named.ts';
export type { Documents } from './documents.ts';
