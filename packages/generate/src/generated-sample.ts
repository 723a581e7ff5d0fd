import { eventColumns } from '@deelema/events';
import { generateBlocks } from './blocks.ts';
import type { GeneratorConfig } from './config-types.ts';
import type { Sample } from './sample.ts';

/**
 * A sample of generated events.
 *
 * @param config Settings of a generator.
 * @param workers Number of threads; changes nothing but the time.
 */
export function generatedSample(config: GeneratorConfig, workers: number): Sample {
  return {
    metadata: { sample: describe(config) },
    columns: eventColumns(true),
    events: config.events,
    batches: generateBlocks(config, workers),
    dropped: {},
    close: () => Promise.resolve(),
  };
}

/** E.g. `toy antler 1000/800/700 GeV, pp 13 TeV, seed 1`. */
function describe(config: GeneratorConfig): string {
  const process =
    config.source === 'toy'
      ? `toy antler ${config.mA}/${config.mB}/${config.mC} GeV`
      : `t t̄ dilepton ${config.mt}/${config.mW} GeV`;
  const smeared = config.smearing ? `, ${config.smearing.objects.join(' ')} smeared` : '';
  return `${process}, pp ${config.beamEnergy / 1000} TeV, seed ${config.seed}${smeared}`;
}
