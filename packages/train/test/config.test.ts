import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { config } from '../src/config.mjs';

const DENSITY = { mC: 700, seed: 1 };
const PAPER = { recipe: 'paper', ...DENSITY };

describe('the settings of the recipe paper', () => {
  it('default to PRR 5, 043186, Table II, with the depth of the public code', () => {
    expect(config.parse(PAPER)).toEqual({
      recipe: 'paper',
      mC: 700,
      seed: 1,
      scale: 1000,
      layers: 6,
      width: 256,
      batchNormalisation: true,
      completion: 'exact',
      distance: 'l1',
      standardise: false,
      ptmissInput: false,
      frame: 'laboratory',
      pairing: 'given',
      auxiliary: { deltaA: 0.3, deltaB: 0.3 },
      batch: 2048,
      epochs: 100,
      learningRate: 0.01,
      decay: 2,
      beamEnergy: 13000,
      backend: 'auto',
      provider: 'cpu',
      threads: 'auto',
    });
  });

  it.each([
    ['m_C', { ...PAPER, mC: undefined }],
    ['one m_C', { ...PAPER, mC: [700, 700] }],
    ['the seed', { ...PAPER, seed: undefined }],
    ['a whole seed', { ...PAPER, seed: 1.5 }],
    ['a positive scale', { ...PAPER, scale: 0 }],
    ['a known frame', { ...PAPER, frame: 'rest' }],
    ['a known pairing', { ...PAPER, pairing: true }],
    ['a known distance', { ...PAPER, distance: 'l3' }],
    ['a whole number of threads, or auto', { ...PAPER, threads: 0 }],
    ['a provider that the backend has', { ...PAPER, backend: 'wasm', provider: 'cuda' }],
    ['no further keys', { ...PAPER, learningrate: 1 }],
    ['no settings of the other recipe', { ...PAPER, steps: 1 }],
    ['no further keys inside', { ...PAPER, auxiliary: { deltaC: 1 } }],
  ])('ask for %s', (_what, settings) => {
    expect(config.safeParse(settings).success).toBe(false);
  });
});

describe('the settings of the recipe deelema', () => {
  it('are the default, and need m_C and a seed', () => {
    expect(config.parse(DENSITY)).toMatchObject({
      recipe: 'deelema',
      process: 'gluino-pair',
      resolution: {},
      simulation: { rounds: 1 },
    });
  });

  it('take the table of b jets of PRR 5, 043186, for a visible without one', () => {
    expect(config.parse({ ...DENSITY, resolution: { a: {} } })).toMatchObject({
      resolution: { a: { pt: [10, 20, 30, 50, 100, 400, 1000] } },
    });
  });

  it.each([
    ['m_C', { seed: 1 }],
    ['one m_C per branch', { ...DENSITY, mC: [1, 2, 3] }],
    ['the seed', { mC: 700 }],
    ['a mass that is not negative', { ...DENSITY, mC: [-1, 0] }],
    ['a known recipe', { ...DENSITY, recipe: 'papers' }],
    ['no settings of the other recipe', { ...DENSITY, epochs: 3 }],
    ['a known process', { ...DENSITY, process: 'squark-pair' }],
    ['two branches', { ...DENSITY, topology: { branches: [[{ mass: 'A', visibles: ['a1'] }]] } }],
    ['rising pT', { ...DENSITY, resolution: { a: { pt: [20, 10], resolution: [0.1, 0.1] } } }],
    ['one resolution per pT', { ...DENSITY, resolution: { a: { pt: [20], resolution: [1, 1] } } }],
    ['a provider that the backend has', { ...DENSITY, backend: 'wasm', provider: 'cuda' }],
    ['no further keys inside', { ...DENSITY, simulation: { round: 1 } }],
  ])('ask for %s', (_what, settings) => {
    expect(config.safeParse(settings).success).toBe(false);
  });
});

describe('the settings of train', () => {
  it('say what each key means', () => {
    const { oneOf = [] } = z.toJSONSchema(config, { io: 'input' });
    expect(oneOf).toHaveLength(2);
    for (const { properties = {} } of oneOf) {
      expect(Object.keys(properties).length).toBeGreaterThan(18);
      for (const [key, schema] of Object.entries(properties)) {
        expect((schema as { description?: string }).description, key).toMatch(/\.$/);
      }
    }
  });
});
