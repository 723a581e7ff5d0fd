export { stage } from './stage.ts';
export { evaluationSchema } from './schema.ts';
export type { Evaluation } from './schema.ts';
