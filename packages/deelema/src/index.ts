import './gradients.ts';

export { weightSpecs } from './architecture.ts';
export type { Architecture, Weight, WeightSpec } from './architecture.ts';
export { initialWeights } from './initialise.ts';
export { createNetwork } from './network.ts';
export type { Network } from './network.ts';
export { batchNormalise } from './batch-normalisation.ts';
export type { Normalisation } from './batch-normalisation.ts';
export { gelu } from './gelu.ts';
export { linear } from './linear.ts';

export { addMomenta, visibleMomenta } from './momenta.ts';
export type { MissingMomentum, Momenta, VisibleMomenta } from './momenta.ts';
export { float64Columns, tensorColumns } from './columns.ts';
export type { ColumnArithmetic } from './columns.ts';
export { COMPLETIONS } from './completion.ts';
export type { Completion, CompletionName, InvisibleMomenta, Known } from './completion.ts';
export { MASS_SQUARED_FLOOR, guardedMass } from './mass.ts';
export { branchMasses } from './masses.ts';
export type { BranchMasses } from './masses.ts';

export { auxiliaryMasses } from './auxiliary-masses.ts';
export type { AuxiliaryMasses } from './auxiliary-masses.ts';
export { DISTANCES } from './distances.ts';
export type { Distance, DistanceName } from './distances.ts';
export { batchLoss, eventLosses, speciesLosses } from './loss.ts';
export { freeRelationLosses } from './free-relations.ts';
export { exchangeB, pairingBlindLosses } from './pairing-blind.ts';
