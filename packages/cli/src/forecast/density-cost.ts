import { z } from 'zod';
import type { CostModel } from './cost.ts';
import { RATES } from './rates.ts';

const settingsOfDensity = z.object({
  layers: z.number(),
  width: z.number(),
  draws: z.number(),
  batch: z.number(),
  steps: z.number(),
  events: z.number(),
  simulation: z.object({ rounds: z.number(), events: z.number() }),
  experiments: z.number().default(0),
  resolution: z.record(z.string(), z.unknown()).default({}),
  ptmissResolution: z.number().optional(),
  topology: z
    .object({
      branches: z.array(z.array(z.object({ mass: z.string() }))),
      exchanges: z.array(z.unknown()),
    })
    .optional(),
});
type Settings = z.infer<typeof settingsOfDensity>;

/** Networks, each trained on the events that another measures. */
const FOLDS = 2;
const LEAST_SIMULATED = 1000;
/** Columns of train: event, two momenta, pairing and log density. */
const EVENT_BYTES = 4 + 2 * 4 * 8 + 1 + 8;

/** The cost of `train` by the recipe deelema: each experiment measures once more. */
export const densityCost: CostModel = (given, load) => {
  const { data } = settingsOfDensity.safeParse(given);
  if (!data) return undefined;
  const { start, density, bytesPerParameter } = RATES.train;
  const measured = Math.min(load.events, data.events);
  const training = FOLDS * data.steps * data.batch * density.perStep;
  const fitting = pointsOfFits(data, measured) * density.perPoint;
  const once = (training + fitting) * eventFactor(data);
  const columns = 8 * massesOf(data).columns;
  return {
    seconds: start + (1 + data.experiments) * once,
    bytes:
      load.events * (EVENT_BYTES + columns) +
      bytesPerParameter * parametersOf(data) +
      density.recordBytes,
  };
};

/**
 * Events times points at which fits evaluate them: of the sample, of a simulation in each round and one more, and of one for
 * the response to each mass.
 */
function pointsOfFits(settings: Settings, events: number): number {
  const { rounds, events: most } = settings.simulation;
  const { names } = massesOf(settings);
  const simulated = Math.max(LEAST_SIMULATED, Math.min(events, most));
  const all = events + (rounds === 0 ? 0 : (rounds + 1 + names) * simulated);
  return all * pointsOf(names);
}

/** Points of the second differences of n masses, and as many more Newton steps as there are masses. */
function pointsOf(n: number): number {
  return (1 + n + n * n) * (n / 2);
}

function massesOf({ topology }: Settings): { names: number; columns: number } {
  if (!topology) return { names: 2, columns: 4 };
  const masses = topology.branches.flat().map(({ mass }) => mass);
  return { names: new Set(masses).size, columns: masses.length };
}

/** How much more an event costs than at the settings of the rates. */
function eventFactor(settings: Settings): number {
  const { density } = RATES.train;
  const { draws, resolution, ptmissResolution, topology } = settings;
  const smeared = Object.keys(resolution).length > 0 || ptmissResolution !== undefined;
  const pairings = topology ? 2 ** topology.exchanges.length : 2;
  const size =
    (density.draws * draws) / 32 + (density.network * parametersOf(settings)) / density.parameters;
  return size * (pairings / 2) * (smeared ? density.smeared : 1);
}

/** Weights, to some per cent: the inputs and outputs depend on topology and resolution. */
function parametersOf({ layers, width }: Settings): number {
  return 35 * width + (layers - 1) * (width + 1) * width;
}
