import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { config } from '../src/config.mjs';

describe('the settings of train', () => {
  it('default to PRR 5, 043186, Table II, with the depth of the public code', () => {
    expect(config.parse({ mC: 700, seed: 1 })).toEqual({
      mC: 700,
      seed: 1,
      scale: 1000,
      layers: 6,
      width: 256,
      batchNormalisation: false,
      completion: 'exact',
      distance: 'l1',
      standardise: false,
      ptmissInput: false,
      auxiliary: { deltaA: 0.3, deltaB: 0.3 },
      batch: 2048,
      epochs: 100,
      learningRate: 0.01,
      decay: 2,
      backend: 'auto',
      provider: 'cpu',
      threads: 'auto',
    });
  });

  it.each([
    ['m_C', { seed: 1 }],
    ['the seed', { mC: 700 }],
    ['a whole seed', { mC: 700, seed: 1.5 }],
    ['a positive scale', { mC: 700, seed: 1, scale: 0 }],
    ['a known distance', { mC: 700, seed: 1, distance: 'l3' }],
    ['a whole number of threads, or auto', { mC: 700, seed: 1, threads: 0 }],
    ['a provider that the backend has', { mC: 700, seed: 1, backend: 'wasm', provider: 'cuda' }],
    ['no further keys', { mC: 700, seed: 1, learningrate: 1 }],
    ['no further keys inside', { mC: 700, seed: 1, auxiliary: { deltaC: 1 } }],
  ])('ask for %s', (_what, settings) => {
    expect(config.safeParse(settings).success).toBe(false);
  });

  it('say what each key means', () => {
    const { properties = {} } = z.toJSONSchema(config, { io: 'input' });
    expect(Object.keys(properties)).toHaveLength(18);
    for (const [key, schema] of Object.entries(properties)) {
      expect((schema as { description?: string }).description, key).toMatch(/\.$/);
    }
  });
});
