import type { ResolutionTable } from '@deelema/kinematics';
import type { BlockSettings } from '../../src/block.ts';
import type { ProcessSettings } from '../../src/event-generator.ts';

/** Relative energy resolution of b jets by pT (GeV): Sec. IV B of PRR 5, 043186. */
export const PAPER_RESOLUTION: ResolutionTable = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

/** What fixes a sample. */
export type SampleSettings = ProcessSettings & Omit<BlockSettings, 'source'>;

const COMMON = { events: 1000, seed: 1, beamEnergy: 13000 };

const SAMPLES: Readonly<Record<ProcessSettings['source'], SampleSettings>> = {
  toy: {
    ...{ source: 'toy', production: 'gluino-pair', ...COMMON },
    ...{ mA: 1000, mB: 800, mC: 700, ma: 0, mb: 0, widthA: 0, widthB: 0 },
  },
  ttbar: {
    ...{ source: 'ttbar', spinCorrelation: true, ...COMMON },
    ...{ mt: 173, widthT: 1.4915, mW: 80.419, widthW: 2.0476, mb: 4.7 },
  },
};

/** The toy and the t t̄ sample of PRR 5, 043186, with changes. */
export function sampleSettings(
  source: ProcessSettings['source'],
  changes: object = {}
): SampleSettings {
  return { ...SAMPLES[source], ...changes };
}
