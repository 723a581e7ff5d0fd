export { stage } from './stage.ts';
export { massVariables } from './mass-variables.ts';
export type { MassVariables, ResultSink, RunOptions } from './mass-variables.ts';
export type { VariableSettings, VisibleMasses } from './settings.ts';
export type { VariableSummary } from './variable-summary.ts';
export { MEASURED } from './antler-events.ts';
export { VARIABLE_NAMES, VARIABLES } from '@deelema/mass-variables';
export type { TrialMass, VariableName } from '@deelema/mass-variables';
