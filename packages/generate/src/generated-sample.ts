import { resolve } from 'node:path';
import { eventColumns, TOPOLOGIES, type EventBatch, type EventMetadata } from '@deelema/events';
import {
  addCounts,
  eventGenerator,
  NO_COUNTS,
  smearedColumns,
  smearingText,
  type EventGenerator,
  type ProductionCounts,
} from '@deelema/generators';
import { ahead } from './ahead.ts';
import { generateBlocks } from './blocks.ts';
import type { GeneratorConfig } from './config-types.ts';
import { loadPartons } from './load-partons.ts';
import type { Sample } from './sample.ts';

/**
 * A sample of generated events.
 *
 * A batch is overwritten when the next but one is asked for.
 *
 * Its facts: `proposals`, `acceptance`, `overweight` and `largestWeight` of the production.
 *
 * @param settings Settings of a generator.
 * @param workers Number of threads; changes nothing but the time.
 * @param base Folder that the path of `partons` is relative to.
 * @throws GridFileError if the parton distributions cannot be read.
 */
export async function generatedSample(
  settings: GeneratorConfig,
  workers: number,
  base: string
): Promise<Sample> {
  const config = { ...settings, partons: settings.partons && resolve(base, settings.partons) };
  const partons = await loadPartons(config.partons);
  const generator = eventGenerator(config, partons);
  let counts = NO_COUNTS;
  async function* batches(): AsyncGenerator<EventBatch> {
    for await (const block of ahead(generateBlocks(generator, config, workers))) {
      counts = addCounts(counts, block.counts);
      yield block.batch;
    }
  }
  return {
    metadata: metadata(config, generator, partons.name),
    columns: [...eventColumns(true), ...smearedColumns(config.smearing)],
    events: config.events,
    batches: batches(),
    dropped: {},
    facts: () => facts(counts),
    close: () => Promise.resolve(),
  };
}

function facts({
  pairs,
  proposals,
  overweight,
  largestWeight,
}: ProductionCounts): Record<string, number> {
  return { proposals, acceptance: pairs / proposals, overweight, largestWeight };
}

function metadata(
  config: GeneratorConfig,
  { production: { crossSection: pairs }, branchingRatio }: EventGenerator,
  partons: string
): EventMetadata {
  const { source, beamEnergy } = config;
  return {
    sample: describe(config),
    crossSection: pairs && {
      value: branchingRatio * pairs.value,
      error: branchingRatio * pairs.error,
    },
    beamEnergies: [beamEnergy / 2, beamEnergy / 2],
    topology: source === 'ttbar' ? TOPOLOGIES['ttbar-dilepton'] : undefined,
    generators: [`deelema, leading order, ${partons}`],
  };
}

/** E.g. `toy antler 1000/800/700 GeV, pp 13 TeV, seed 1`. */
function describe(config: GeneratorConfig): string {
  const process =
    config.source === 'toy'
      ? `toy antler ${config.mA}/${config.mB}/${config.mC} GeV`
      : `t t̄ dilepton ${config.mt}/${config.mW} GeV`;
  const { beamEnergy, seed, smearing } = config;
  return `${process}, pp ${beamEnergy / 1000} TeV, seed ${seed}${smearingText(smearing)}`;
}
