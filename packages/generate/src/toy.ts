import type { EventBatch } from '@deelema/events';
import type { RandomStream } from '@deelema/random';
import { decayAntlers, type BranchDraws } from './antler-decay.ts';
import { eventBatch } from './event-batch.ts';
import { flatAmplitude } from './hard-process.ts';
import { pairSampler } from './pair-sampler.ts';

/** Masses of the toy antler and the energy it is made at, GeV. */
export interface ToySettings {
  readonly mA: number;
  readonly mB: number;
  readonly mC: number;
  /** Mass of the visible particle a. */
  readonly ma: number;
  /** Mass of the visible particle b. */
  readonly mb: number;
  /** √s of the beams. */
  readonly beamEnergy: number;
}

/** Makes n events, numbered from `firstEvent` on, out of one random stream. */
export type BlockGenerator = (random: RandomStream, n: number, firstEvent: number) => EventBatch;

/**
 * Makes a generator of toy antlers: narrow masses, flat phase space in every decay.
 *
 * A₁ and A₂ come from a parton collision with |M|² = 1, see `pairSampler`.
 *
 * @param settings Masses and beams, GeV; mA > mB + ma and mB > mC + mb.
 * @returns The generator.
 * @see Sec. IV of PRR 5, 043186, test run (A): 1000, 800, 700 GeV
 */
export function toyGenerator(settings: ToySettings): BlockGenerator {
  const { mA, mB, mC, ma, mb, beamEnergy } = settings;
  const samplePairs = pairSampler({ beamEnergy, threshold: 2 * mA, amplitude: flatAmplitude });
  return (random, n, firstEvent) => {
    const heavy = new Float64Array(n).fill(mA);
    const middle = new Float64Array(n).fill(mB);
    const branch = (): BranchDraws => ({ mA: heavy, mB: middle, cosB: flatCosines(random, n) });
    const pairs = samplePairs(random, heavy, heavy);
    const momenta = decayAntlers(random, pairs, [branch(), branch()], { a: ma, b: mb, C: mC });
    return eventBatch(momenta, firstEvent);
  };
}

function flatCosines(random: RandomStream, n: number): Float64Array {
  return new Float64Array(n).map(() => 2 * random.uniform() - 1);
}
