import type { RandomStream } from '@deelema/random';
import { decayAntlers, type BranchDraws } from './antler-decay.ts';
import { breitWignerMasses, massWindow, type Resonance } from './breit-wigner.ts';
import { eventBatch } from './event-batch.ts';
import { gluonFusionAmplitude } from './hard-process.ts';
import { pairSampler } from './pair-sampler.ts';
import type { BlockGenerator } from './toy.ts';
import { leptonCosines, longitudinalFraction } from './w-decay.ts';

/** Masses and widths of the t t̄ sample and the energy it is made at, GeV. */
export interface TopPairSettings {
  readonly mt: number;
  readonly widthT: number;
  readonly mW: number;
  readonly widthW: number;
  /** Mass of the b quark. */
  readonly mb: number;
  /** √s of the beams. */
  readonly beamEnergy: number;
}

/**
 * Makes a generator of t t̄ → (b ℓ⁺ν)(b̄ ℓ⁻ν̄): A = t, B = W, C = ν, a = b quark, b = charged lepton.
 *
 * g g → t t̄ at leading order with the approximate parton density of `pairSampler`; Breit–Wigner
 * masses of t and W; the V−A angle of the lepton about the W. Leptons and neutrinos are massless.
 * Left out: q q̄ → t t̄, spin correlations of t and t̄, and the tilt that production and phase space
 * give the Breit–Wigner masses.
 *
 * @param settings Masses, widths and beams, GeV; even 15 Γ off, t must outweigh W and b.
 * @returns The generator.
 * @see Sec. IV B of PRR 5, 043186
 */
export function topPairGenerator(settings: TopPairSettings): BlockGenerator {
  const { mt, widthT, mW, widthW, mb, beamEnergy } = settings;
  const top = { mass: mt, width: widthT };
  const wBoson = { mass: mW, width: widthW };
  const longitudinal = longitudinalFraction(mt, mW);
  const threshold = 2 * massWindow(top)[0];
  const samplePairs = pairSampler({ beamEnergy, threshold, amplitude: gluonFusionAmplitude });
  return (random, n, firstEvent) => {
    const branch = (): BranchDraws => ({
      mA: masses(random, top, n),
      mB: masses(random, wBoson, n),
      cosB: leptonCosines(random, longitudinal, new Float64Array(n)),
    });
    const branches = [branch(), branch()] as const;
    const pairs = samplePairs(random, branches[0].mA, branches[1].mA);
    const momenta = decayAntlers(random, pairs, branches, { a: mb, b: 0, C: 0 });
    return eventBatch(momenta, firstEvent);
  };
}

function masses(random: RandomStream, resonance: Resonance, n: number): Float64Array {
  return breitWignerMasses(random, resonance, new Float64Array(n));
}
