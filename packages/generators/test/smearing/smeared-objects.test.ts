import { describe, expect, it } from 'vitest';
import {
  smearedColumns,
  smearedObjects,
  smearingText,
  trueColumnsAmong,
} from '../../src/smearing/smeared-objects.ts';
import type { SmearedObjects, SmearingSettings } from '../../src/smearing/smearing-settings.ts';
import { PAPER_RESOLUTION as JET } from '../support/settings.ts';

const LEPTONS = { pt: [20, 100], resolution: [0.02, 0.01] };

function smearing(objects: SmearedObjects): SmearingSettings {
  return { seed: 1, objects };
}

describe('smearedObjects', () => {
  it('says who is smeared, with a table each, in the order of the columns', () => {
    expect(smearedObjects(smearing({ b: LEPTONS, a2: JET }))).toEqual([
      ['a2', JET],
      ['b1', LEPTONS],
      ['b2', LEPTONS],
    ]);
  });

  it('knows particles of other names: a role beats the role without its number', () => {
    const settings = { seed: 1, objects: { jet: JET, jet12: LEPTONS, b: LEPTONS } };
    expect(smearedObjects(settings, ['jet12', 'jet3', 'a1'])).toEqual([
      ['jet12', LEPTONS],
      ['jet3', JET],
    ]);
  });
});

describe('smearedColumns and smearingText', () => {
  it.each([
    [{ a: JET }, ', a smeared', ['true_a1', 'true_a2']],
    [{ a1: JET, a2: LEPTONS }, ', a smeared', ['true_a1', 'true_a2']],
    [{ b2: JET, a: JET }, ', a b2 smeared', ['true_a1', 'true_a2', 'true_b2']],
    [{ a1: JET }, ', a1 smeared', ['true_a1']],
  ])('of %j', (objects, text, prefixes) => {
    expect(smearingText(smearing(objects))).toBe(text);
    const columns = prefixes.flatMap((p) => [`${p}_E`, `${p}_px`, `${p}_py`, `${p}_pz`]);
    expect(smearedColumns(smearing(objects))).toEqual(columns);
    expect(trueColumnsAmong(['event', ...columns])).toEqual(columns);
  });

  it('name pTmiss where it is smeared itself, for which no column is added', () => {
    const ptmiss = { sigma: 20 };
    expect(smearingText({ seed: 1, objects: {}, ptmiss })).toBe(', pTmiss smeared');
    expect(smearingText({ seed: 1, objects: { a: JET }, ptmiss })).toBe(', a pTmiss smeared');
    expect(smearedColumns({ seed: 1, objects: {}, ptmiss })).toEqual([]);
  });

  it('are empty where nothing is smeared', () => {
    expect([smearedColumns(undefined), smearingText(undefined)]).toEqual([[], '']);
  });

  it('take no part of a momentum for a momentum', () => {
    expect(trueColumnsAmong(['true_a1_E', 'true_a1_px', 'true_a1_py', 'true_q_E'])).toEqual([]);
  });
});
