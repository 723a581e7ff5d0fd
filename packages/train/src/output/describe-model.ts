import { densityArchitecture, ANTLER } from '@deelema/deelema';
import type { DecayTopology } from '@deelema/deelema';
import type { EventFile } from '@deelema/events';
import type { DensityDescription, PaperDescription } from '@deelema/trained-model';
import type { Backend } from '../backend.ts';
import { backendLine } from '../backend/choice.mjs';
import type { DeelemaConfig, PaperConfig, TrainConfig } from '../config-type.ts';
import type { DeelemaResult } from '../deelema/train-deelema.ts';
import type { PaperResult } from '../paper/train-paper.ts';
import { VERSION } from './version.ts';

/** How solutions of an event are looked for: more draws or steps hardly find more of them. */
const SOLVING = { draws: 64, steps: 8, tolerance: 0.05 };
/** As many masses fix the four numbers that K leaves open. */
const FIXING_SHELLS = 4;

/** What the directory of a model of the recipe `paper` says. */
export function describePaper(
  { settings, masses }: PaperResult,
  config: PaperConfig,
  origin: Origin
): PaperDescription {
  const { mC, scale, standardisation } = settings;
  const { architecture, completion, distance, frame, pairing } = settings;
  return {
    recipe: 'paper',
    topology: copyOf(ANTLER),
    mC: [mC, mC],
    unit: scale,
    auxiliary: masses,
    ...{ architecture, completion, distance, frame, pairing },
    standardisation: standardisation ? [...standardisation] : null,
    provenance: provenance(config, origin),
  };
}

/** What the directory of a model of the recipe `deelema` says. */
export function describeDeelema(
  { settings, conjecture, masses, snapshot }: DeelemaResult,
  config: DeelemaConfig,
  origin: Origin
): DensityDescription {
  const { topology, mC, unit, production, outliers, decays } = settings;
  return {
    recipe: 'deelema',
    topology: copyOf(topology),
    mC: copyOf(mC),
    unit,
    auxiliary: masses,
    resolutions: snapshot.history.at(-1)!.resolutions!,
    architecture: densityArchitecture(settings),
    density: {
      resolution: copyOf(conjecture.resolution),
      ptmissResolution: conjecture.ptmissResolution ?? null,
      production: copyOf(production),
      ...{ outliers, decays },
    },
    solving: { ...SOLVING, ...stepsFor(topology), seed: config.seed, stream: 'predict' },
    provenance: provenance(config, origin),
  };
}

/** No steps where draws would only be carried along a line of solutions. */
function stepsFor({ branches }: DecayTopology): { readonly steps?: number } {
  const shells = branches.reduce((sum, { steps }) => sum + steps.length, 0);
  return shells < FIXING_SHELLS ? { steps: 0 } : {};
}

/** Where a model comes from. */
export interface Origin {
  readonly file: EventFile;
  readonly backend: Backend;
}

function provenance(config: TrainConfig, { file, backend }: Origin) {
  return {
    deelema: VERSION,
    backend: backendLine(backend),
    sample: file.metadata.sample ?? 'unknown',
    seed: config.seed,
    events: file.rows,
    settings: { ...config },
  };
}

type Thawed<T> = T extends object ? { -readonly [K in keyof T]: Thawed<T[K]> } : T;

/** A copy that others may change. */
function copyOf<T>(value: T): Thawed<T> {
  return structuredClone(value) as Thawed<T>;
}
