import { BATCH_ROWS, type EventBatch } from '@deelema/events';
import { stream } from '@deelema/random';
import { mapInWorkers } from './ordered-pool.ts';
import { smearBatch } from './smear-batch.ts';
import { toyGenerator, type BlockGenerator } from './toy.ts';
import { topPairGenerator } from './ttbar.ts';
import type { GeneratorConfig } from './config-types.ts';

/**
 * Generates events block by block.
 *
 * Block k has a random stream of its own, so the number of workers changes nothing.
 *
 * @param config Settings of a generator.
 * @param workers Number of threads; with 1 the work is done in this one.
 * @returns Batches of `BATCH_ROWS` events, the last one perhaps shorter.
 */
export async function* generateBlocks(
  config: GeneratorConfig,
  workers: number
): AsyncGenerator<EventBatch> {
  const count = Math.ceil(config.events / BATCH_ROWS);
  if (workers > 1 && count > 1) {
    // From src/ as from dist/ this is the compiled worker.
    const script = new URL('../dist/worker.js', import.meta.url);
    yield* mapInWorkers<EventBatch>(count, { script, workerData: config, workers });
    return;
  }
  const makeBlock = blockMaker(config);
  for (let block = 0; block < count; ++block) yield makeBlock(block);
}

/**
 * Makes the function that generates one block.
 *
 * @param config Settings of a generator.
 * @returns A function of the block's number, from 0.
 */
export function blockMaker(config: GeneratorConfig): (block: number) => EventBatch {
  const { source, seed, events, smearing } = config;
  const generate: BlockGenerator =
    source === 'toy' ? toyGenerator(config) : topPairGenerator(config);
  return (block) => {
    const first = block * BATCH_ROWS;
    const n = Math.min(BATCH_ROWS, events - first);
    const batch = generate(stream(seed, 'generate', source, block), n, first);
    if (smearing) smearBatch(batch, smearing, block);
    return batch;
  };
}
