import { describe, expect, it } from 'vitest';
import { config } from '../../src/config.mjs';
import { PAPER_RESOLUTION } from '../../src/settings/smearing.mjs';
import {
  smearedColumns,
  smearedObjects,
  smearingText,
  trueColumnsAmong,
} from '../../src/smearing/smeared-objects.ts';

/** The smearing of toy events with given objects, defaults filled in. */
function smearing(objects?: object) {
  const settings = { seed: 1, ...(objects && { objects }) };
  return config.parse({ source: 'toy', events: 1, seed: 1, smearing: settings }).smearing;
}

const LEPTONS = { pt: [20, 100], resolution: [0.02, 0.01] };

describe('settings of the smearing', () => {
  it('know the table of PRR 5, 043186', () => {
    expect(PAPER_RESOLUTION).toEqual({
      pt: [10, 20, 30, 50, 100, 400, 1000],
      resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
    });
  });

  it('are the b jets of PRR 5, 043186 if only a seed is given', () => {
    expect(smearing()?.objects).toEqual({ a: PAPER_RESOLUTION });
    expect(smearedObjects(smearing()!)).toEqual([
      ['a1', PAPER_RESOLUTION],
      ['a2', PAPER_RESOLUTION],
    ]);
  });

  it('say who is smeared, with a table each, in the order of the columns', () => {
    expect(smearedObjects(smearing({ b: LEPTONS, a2: {} })!)).toEqual([
      ['a2', PAPER_RESOLUTION],
      ['b1', LEPTONS],
      ['b2', LEPTONS],
    ]);
  });

  it.each([
    [{ pt: [10, 10], resolution: [1, 2] }, 'pt', 'expected rising values'],
    [{ pt: [10, 20] }, 'resolution', 'expected 2 values, one for each value of pt'],
    [{ pt: [] }, 'pt', 'Too small'],
    [{ resolution: [-0.1] }, 'resolution.0', 'Too small'],
    [{ sigma: [0.1] }, '', 'Unrecognized key: "sigma"'],
  ])('find fault with %j', (a, path, message) => {
    const settings = { seed: 1, objects: { a } };
    const { error } = config.safeParse({ source: 'toy', events: 1, seed: 1, smearing: settings });
    const at = ['smearing.objects.a', path].filter(Boolean).join('.');
    expect(error?.issues[0].path.join('.')).toBe(at);
    expect(error?.issues[0].message).toContain(message);
  });

  it.each([
    [{}, 'expected at least one of a, b, a1, a2, b1, b2'],
    [['a'], 'expected objects, e.g. { a: {} }'],
    [{ c1: {} }, 'Unrecognized key: "c1"'],
  ])('find fault with objects %j', (objects, message) => {
    const smearing = { seed: 1, objects };
    const { error } = config.safeParse({ source: 'toy', events: 1, seed: 1, smearing });
    expect(error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('smearedColumns and smearingText', () => {
  it.each([
    [{ a: {} }, ', a smeared', ['true_a1', 'true_a2']],
    [{ a1: {}, a2: LEPTONS }, ', a smeared', ['true_a1', 'true_a2']],
    [{ b2: {}, a: {} }, ', a b2 smeared', ['true_a1', 'true_a2', 'true_b2']],
    [{ a1: {} }, ', a1 smeared', ['true_a1']],
  ])('of %j', (objects, text, prefixes) => {
    expect(smearingText(smearing(objects))).toBe(text);
    const columns = prefixes.flatMap((p) => [`${p}_E`, `${p}_px`, `${p}_py`, `${p}_pz`]);
    expect(smearedColumns(smearing(objects))).toEqual(columns);
    expect(trueColumnsAmong(['event', ...columns])).toEqual(columns);
  });

  it('are empty where nothing is smeared', () => {
    expect([smearedColumns(undefined), smearingText(undefined)]).toEqual([[], '']);
  });

  it('take no part of a momentum for a momentum', () => {
    expect(trueColumnsAmong(['true_a1_E', 'true_a1_px', 'true_a1_py', 'true_q_E'])).toEqual([]);
  });
});
