// Events in columns, one event, and what is found.
export type { AntlerEvents, Subsystem } from './antler-events.ts';
export type { AntlerEvent, FourMomentum, Minimum } from './antler-event.ts';
export { emptyMinima } from './minima.ts';
export type { Minima } from './minima.ts';
export { STATUS, STATUS_NAMES } from './status.ts';
export type { Status } from './status.ts';

// M_T2 and its relatives in the transverse plane.
export { mt2 } from './mt2.ts';
export { mt2Momenta } from './mt2-momenta.ts';
export { mt2Columns } from './mt2-columns.ts';
export { transverseMass } from '@deelema/kinematics';
export { branchTransverseMass } from './branch-transverse-mass.ts';

// The M_2 family.
export { m2cc } from './m2cc.ts';
export { m2ccColumns } from './m2cc-columns.ts';
export { m2xc } from './m2xc.ts';
export { m2xcColumns } from './m2xc-columns.ts';
export { m2cx } from './m2cx.ts';
export { m2cxColumns } from './m2cx-columns.ts';
export { m2xx } from './m2xx.ts';
export { m2xxColumns } from './m2xx-columns.ts';

// With a resonance.
export { m2Cons } from './m2-cons.ts';
export { m2cCons } from './m2c-cons.ts';
export { m2cConsColumns, m2ConsColumns } from './m2-cons-columns.ts';
export type { Resonance } from './m2-cons/resonance.ts';

// Masses of visible particles.
export { mabColumns } from './mab-columns.ts';
export { endpointMab } from './endpoint-mab.ts';
export type { MabEndpoints } from './endpoint-mab.ts';

// All masses given.
export { OnShellSolver } from './on-shell/on-shell-solver.ts';
export { loadVisible } from './on-shell/load-visible.ts';
export { MOST_SOLUTIONS, SOLUTION, TRIAL, VISIBLE } from './on-shell/layout.ts';

// The variables by name.
export { VARIABLE_NAMES, VARIABLES } from './variables.ts';
export type { VariableName } from './variables.ts';
export type {
  MinimumVariable,
  TrialMass,
  TrialMasses,
  ValueVariable,
  Variable,
} from './variable.ts';
