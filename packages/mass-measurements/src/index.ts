export { fitEndpoint } from './endpoint/fit-endpoint.ts';
export type { EndpointFit, EndpointSettings } from './endpoint/fit-endpoint.ts';
export { fitPeak } from './peak/fit-peak.ts';
export type { PeakFit } from './peak/fit-peak.ts';
export type { FitSettings as PeakSettings } from './spectrum/settings.ts';
export { Spectrum, spectrumOf } from './spectrum/spectrum.ts';
export { measureSolvability } from './solvability/measure-solvability.ts';
export type { MeasureSolvabilitySettings } from './solvability/measure-solvability.ts';
export type { MeasuredMass, SolvabilityMeasurement } from './solvability/measurement.ts';
export { SolvabilityMap } from './solvability/solvability-map.ts';
export type { MassAxes, SolvabilitySettings } from './solvability/solvability-map.ts';
export { solvabilityCurve } from './solvability/solvability-curve.ts';
export type { MassSteps } from './solvability/solvability-curve.ts';
export type { MapCounter } from './solvability/count-map.ts';
export type { MassWindow } from './solvability/window.ts';
export { fitMasses } from './likelihood/fit-masses.ts';
export type { FitSettings, MassFit } from './likelihood/fit-masses.ts';
export { likelihoodEvaluator, measureLikelihood } from './likelihood/measure-likelihood.ts';
export type {
  LikelihoodMeasurement,
  MeasureLikelihoodSettings,
} from './likelihood/measure-likelihood.ts';
export type {
  DensityEvaluator,
  DensityRequest,
  PoleMasses,
} from './likelihood/sample-densities.ts';
export type { TrialGrid } from './likelihood/trial-grid.ts';
export type { LikelihoodSettings, WeightedEvents } from './likelihood/settings.ts';
export type { MassErrors } from './likelihood/covariance.ts';
