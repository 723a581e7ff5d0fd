import type { TrialMasses, VariableName } from '@deelema/mass-variables';

/** Known masses of the visible particles, GeV; those of both branches are alike. */
export interface VisibleMasses {
  readonly a?: number | undefined;
  readonly b?: number | undefined;
}

/** Which mass variables of events are taken, and at which trial masses. */
export interface VariableSettings extends TrialMasses {
  readonly variables: readonly VariableName[];
  /** Where a mass is known, the energies are taken from it. */
  readonly visibleMasses?: VisibleMasses | undefined;
}
