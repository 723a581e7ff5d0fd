export { pairProduction } from './pair-production.ts';
export type {
  MassDraw,
  MassSettings,
  PairProduction,
  Pairs,
  PairSample,
  ProductionSettings,
} from './pair-production.ts';
export type { HardProcess } from './collision/hard-process.ts';
export { recoilSampler } from './recoil.ts';
export type { RecoilSettings } from './recoil.ts';
export { pairDensity } from './pair-density.ts';
export type { PairDensity, PairDensitySettings, PairMasses } from './pair-density.ts';
export { PAIR } from './density/differential.ts';
export { pairPolynomial } from './polynomial/pair-polynomial.ts';
export type { PairPolynomial, PairPolynomialSettings } from './polynomial/pair-polynomial.ts';
export type { PolynomialTerm } from './polynomial/fit-polynomial.ts';
