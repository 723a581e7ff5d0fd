export { readRecord, writeRecord } from './json-file.ts';
export { INPUT_COLUMNS, scalingSchema } from './scaling.ts';
export type { InputScaling, Scaling } from './scaling.ts';
export { trainingSchema } from './training.ts';
export type { HistoryEntry, Training } from './training.ts';
export { COMPONENTS, evaluationSchema } from './evaluation.ts';
export type { Evaluation, HeatMap, Histogram } from './evaluation.ts';
export { figureListSchema } from './figure-list.ts';
export type { FigureList } from './figure-list.ts';
