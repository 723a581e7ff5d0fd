import type { EventBatch } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { config as schema } from '../src/config.mjs';
import { densitiesInWorkers } from '../src/densities-in-workers.ts';
import { likelihoodInput } from '../src/sample-events.ts';
import { readReference } from './support/reference.ts';

const { events } = readReference('toy');
const sample: EventBatch = {
  length: events.length,
  columns: { ...events.columns, weight: new Float64Array(events.length).fill(1) },
};

describe('densitiesInWorkers', () => {
  it('gives the densities of one thread, whatever the number of threads', async () => {
    const likelihood = { process: 'phase-space', widthA: 2, draws: 32 };
    const config = schema.parse({ mC: 700, likelihood });
    const input = likelihoodInput(sample, config)!;
    const setup = { sample, config, poleMasses: [500, 2000] as const };
    const grid = {
      mA: Float64Array.of(998, 1002),
      mB: Float64Array.of(800),
      factors: Float64Array.of(1, 1),
    };
    const request = { grid, range: [100, 650] as const, draws: 32 };
    const by = async (workers: number): Promise<Float64Array> =>
      densitiesInWorkers(input, setup, workers)(request);
    const [one, three] = [await by(1), await by(3)];
    expect(one.length).toBe(550 * 2 * 2);
    expect(one.some((density) => density > 0)).toBe(true);
    // Draws depend on the seed and the number of the event alone.
    expect(three).toEqual(one);
  });
});
