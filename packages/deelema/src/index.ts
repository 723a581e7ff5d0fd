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
export { inputLosses } from './input-losses.ts';
export type { LossSettings } from './input-losses.ts';
export { exchangeB, pairingBlindLosses } from './pairing-blind.ts';

export {
  ANTLER,
  branchesAlike,
  checkTopology,
  childOf,
  massNames,
  pairings,
  topologyFromConfig,
  visibleRoles,
} from './topology/topology.ts';
export type { DecayBranch, DecayStep, DecayTopology, TopologyConfig } from './topology/topology.ts';
export { toCanonicalFrame } from './frame/canonical-frame.ts';
export type { CanonicalEvents, FrameSettings } from './frame/canonical-frame.ts';
export { canonicalInputs } from './frame/canonical-inputs.ts';
export type { CanonicalInputs } from './frame/canonical-inputs.ts';
export { FRAME, FRAME_LENGTH } from './frame/event-frame.ts';
export { frameUnit } from './frame/frame-unit.ts';
export { rowLayout } from './frame/row-layout.ts';
export type { RowLayout } from './frame/row-layout.ts';
export { momentaToLaboratory, toLaboratory } from './frame/to-laboratory.ts';
export type { ThreeMomenta } from './frame/to-laboratory.ts';
export { createDensityModel, densityArchitecture } from './density/density-model.ts';
export type {
  DensityModel,
  DensityModelSettings,
  MassParameters,
} from './density/density-model.ts';
export { gapsOfMasses, massesOfGaps } from './density/gaps.ts';
export { shellsOf } from './density/chains.ts';
export type { Shell } from './density/chains.ts';
export type { CompletedEvent } from './density/completed-event.ts';
export type { Outliers } from './density/kernel.ts';
export type { CommonMasses, DecayKind, Solving, WeightedDraws } from './density/log-weights.ts';
export { logSumExp } from './density/log-sum-exp.ts';
