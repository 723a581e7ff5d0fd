import { describe, expect, it } from 'vitest';
import { smearedObjects } from '@deelema/generators';
import { config } from '../src/config.mjs';
import { PAPER_RESOLUTION } from '../src/settings/smearing.mjs';

/** The smearing of toy events with given objects, defaults filled in. */
function smearing(objects?: object) {
  const settings = { seed: 1, ...(objects && { objects }) };
  return config.parse({ source: 'toy', events: 1, seed: 1, smearing: settings }).smearing;
}

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
    [{ sigma: 20 }, 'none'],
    [{ sigma: 0 }, 'none'],
    [{ sigma: -1 }, 'smearing.ptmiss.sigma: Too small'],
    [{}, 'smearing.ptmiss.sigma: Invalid input: expected number'],
    [{ sigma: 20, x: 1 }, 'smearing.ptmiss: Unrecognized key: "x"'],
  ])('take or find fault with ptmiss %j', (ptmiss, expected) => {
    const smearing = { seed: 1, objects: {}, ptmiss };
    const { error } = config.safeParse({ source: 'toy', events: 1, seed: 1, smearing });
    const [issue] = error?.issues ?? [];
    expect(issue ? `${issue.path.join('.')}: ${issue.message}` : 'none').toContain(expected);
  });

  it('smear pTmiss only if asked to, and then the b jets of the paper as well unless told otherwise', () => {
    const parse = (smearing: object) =>
      config.parse({ source: 'toy', events: 1, seed: 1, smearing }).smearing;
    expect(parse({ seed: 1 })).toEqual({ seed: 1, objects: { a: PAPER_RESOLUTION } });
    const ptmiss = { sigma: 20 };
    expect(parse({ seed: 1, ptmiss })).toEqual({
      seed: 1,
      objects: { a: PAPER_RESOLUTION },
      ptmiss,
    });
    expect(parse({ seed: 1, objects: {}, ptmiss })).toEqual({ seed: 1, objects: {}, ptmiss });
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
