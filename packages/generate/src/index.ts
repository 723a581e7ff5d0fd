export { stage } from './stage.ts';

export { breitWignerMasses, massWindow } from './breit-wigner.ts';
export type { Resonance } from './breit-wigner.ts';
export { leptonCosines, longitudinalFraction } from './w-decay.ts';

export { flatAmplitude, gluonFusionAmplitude } from './hard-process.ts';
export type { SquaredAmplitude } from './hard-process.ts';
export { pairSampler } from './pair-sampler.ts';
export type { Pairs, PairSampler, PairSettings } from './pair-sampler.ts';

export { decayAntlers } from './antler-decay.ts';
export type { Branch, RoleMomenta } from './antler-decay.ts';
export type { StableMasses } from './decay-chain.ts';
export { toyGenerator } from './toy.ts';
export type { BlockGenerator, ToySettings } from './toy.ts';
export { topPairGenerator } from './ttbar.ts';
export type { TopPairSettings } from './ttbar.ts';

export { PAPER_RESOLUTION, relativeResolution } from './jet-resolution.ts';
export type { ResolutionTable } from './jet-resolution.ts';
export { smearJets } from './smearing.ts';
