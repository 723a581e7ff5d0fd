export { createSelector } from './selector.ts';
export type { Selector } from './selector.ts';
export { cutsOf } from './cuts.ts';
export type { Cut, Selection } from './cuts.ts';
export type { CutFlow, CutFlowStep, Efficiency } from './cut-flow.ts';
export { readSelections } from './read-selections.ts';
