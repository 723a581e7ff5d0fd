import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TOPOLOGIES, topologyText } from '@deelema/events';
import { WINDOW_WIDTHS } from '@deelema/generators';
import { config } from '../src/config.mjs';
import { WINDOW_WIDTHS as CHECKED_WIDTHS } from '../src/settings/common.mjs';

/** Path and message of the first complaint. */
function complaint(settings: object): string {
  const { error } = config.safeParse(settings);
  const [issue] = error?.issues ?? [];
  return issue === undefined ? 'none' : `${issue.path.join('.')}: ${issue.message}`;
}

/** `A: [6], B: [24]`, in the flow style of YAML, as JSON. */
function asJson(topology: string): string {
  return `{${topology.replace(/(\w+):/g, '"$1":')}}`;
}

const TOY = { source: 'toy', events: 10, seed: 1 };
const TOP = { source: 'ttbar', events: 10, seed: 1 };
const TABLE = { spectrum: 'table', pt: [0, 50, 500], density: [0, 1, 0.1] };

describe('config of generate', () => {
  it('checks the windows that masses are drawn from', () => {
    expect(CHECKED_WIDTHS).toBe(WINDOW_WIDTHS);
  });

  it('has the toy of PRR 5, 043186 as its default', () => {
    expect(config.parse(TOY)).toEqual({
      ...TOY,
      ...{ mA: 1000, mB: 800, mC: 700, ma: 0, mb: 0, widthA: 0, widthB: 0 },
      ...{ beamEnergy: 13000, production: 'gluino-pair' },
    });
  });

  it('has the t t̄ sample of PRR 5, 043186 as its default', () => {
    expect(config.parse(TOP)).toEqual({
      ...TOP,
      ...{ mt: 173, widthT: 1.4915, mW: 80.419, widthW: 2.0476, mb: 4.7, beamEnergy: 13000 },
      spinCorrelation: true,
    });
  });

  it.each([
    [{ ...TOY, mB: 1000 }, 'mB: expected less than 1000 GeV, so that A can decay'],
    [{ ...TOY, ma: 300 }, 'mB: expected less than 700 GeV, so that A can decay'],
    [{ ...TOY, mC: 900 }, 'mC: expected less than 800 GeV, so that B can decay'],
    [
      { ...TOY, widthA: 10, widthB: 4 },
      'mB: expected less than 790 GeV, so that A can decay, for masses are drawn within 15 widths',
    ],
    [{ ...TOY, widthB: 8 }, 'mC: expected less than 680 GeV, so that B can decay, for masses'],
    [
      { ...TOY, widthA: 41 },
      'widthA: expected 40 GeV, 4 % of mA, at most: a broader one is mostly',
    ],
    [{ ...TOY, widthB: 54 }, 'widthB: expected less than 53.3'],
    [{ ...TOY, mA: 0 }, 'mB: expected less than 0 GeV, so that A can decay'],
    [{ ...TOY, mA: 0.5, mB: 0.2, mC: 0 }, 'mA: expected 1 GeV or more, or production: phase-space'],
    [{ ...TOP, widthT: 7 }, 'widthT: expected 6.92 GeV, 4 % of mt, at most'],
    [{ ...TOP, mW: 30 }, 'mW: expected more than 30.714 GeV, for masses are drawn within'],
    [{ ...TOY, beamEnergy: 1500 }, 'beamEnergy: expected more than 2000 GeV, for the pair'],
    [{ ...TOY, widthA: 1, beamEnergy: 2200 }, 'beamEnergy: expected more than 2270 GeV, for the'],
    [{ ...TOY, production: 'squark-pair' }, 'production: Invalid option'],
    [{ ...TOY, recoil: { spectrum: 'exponential', mean: 0 } }, 'recoil.mean: Too small'],
    [{ ...TOY, recoil: { spectrum: 'exponential', men: 9 } }, 'recoil.mean: Invalid input'],
    [{ ...TOY, recoil: { ...TABLE, mean: 9 } }, 'recoil: Unrecognized key: "mean"'],
    [{ ...TOY, recoil: { ...TABLE, pt: [0, 9, 9] } }, 'recoil.pt: expected rising values'],
    [{ ...TOY, recoil: { ...TABLE, pt: [0, 9] } }, 'recoil.density: expected 2 values, one for'],
    [{ ...TOY, recoil: { ...TABLE, density: [0, 0, 0] } }, 'recoil.density: expected a positive'],
    [{ ...TOP, recoil: TABLE }, ': Unrecognized key: "recoil"'],
    [{ ...TOP, spinCorrelation: 1 }, 'spinCorrelation: Invalid input: expected boolean'],
    [{ ...TOP, widthW: 6 }, 'mW: expected more than 90 GeV, for masses are drawn within 15 widths'],
    [{ ...TOP, beamEnergy: 300, widthT: 0 }, 'beamEnergy: expected more than 346 GeV, for masses'],
    [{ ...TOP, mt: 130 }, 'mt: expected more than 138.2'],
    [{ source: 'toy', events: 1 }, 'seed: Invalid input: expected number, received undefined'],
    [{ ...TOY, events: 0 }, 'events: Too small: expected number to be >0'],
    [{ source: 'file', path: 'x.lhe', topology: 'other' }, 'topology: Invalid'],
    [{ ...TOY, mass: 5 }, ': Unrecognized key: "mass"'],
    [{ source: 'real', events: 1 }, 'source: Invalid discriminator'],
  ])('finds fault with %j', (settings, expected) => {
    expect(complaint(settings).slice(0, expected.length)).toBe(expected);
  });

  it('knows the window of Breit–Wigner masses and the names of topologies', () => {
    expect(complaint({ ...TOP, widthW: 6 })).toContain('within 15 widths');
    for (const topology of Object.keys(TOPOLOGIES)) {
      expect(complaint({ source: 'file', path: 'x.lhe', topology })).toBe('none');
    }
  });

  it.each([
    ['one PDG id for each role', { A: 6, B: 24, a: 5, b: 11, C: 12 }],
    ['lists of them', { A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14] }],
    ['some of each', { A: 6, B: 24, a: [5, 3, 1], b: [11, 13], C: [12, 14] }],
    ['what messages print', JSON.parse(asJson(topologyText(TOPOLOGIES['ttbar-dilepton'])))],
  ])('takes a topology by hand: %s', (_, topology: unknown) => {
    expect(config.parse({ source: 'file', path: 'x.lhe', topology })).toMatchObject({ topology });
  });

  it.each([
    ['an empty list', { A: 6, B: 24, a: [], b: 11, C: 12 }],
    ['an antiparticle', { A: 6, B: 24, a: -5, b: 11, C: 12 }],
    ['an antiparticle in a list', { A: 6, B: 24, a: [1, -5], b: 11, C: 12 }],
    ['a name in a list', { A: 6, B: 24, a: ['b'], b: 11, C: 12 }],
    ['a role too few', { A: 6, B: 24, a: 5, b: 11 }],
  ])('finds fault with a topology with %s', (_, topology) => {
    expect(complaint({ source: 'file', path: 'x.lhe', topology })).toMatch(/^topology/);
  });

  it('is a JSON schema with a description on every key', () => {
    const schema = z.toJSONSchema(config, { io: 'input' }) as { oneOf: Described[] };
    const bare = schema.oneOf.flatMap(({ properties = {} }) =>
      Object.entries(properties).filter(([, { description }]) => !description)
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

interface Described {
  readonly description?: string;
  readonly properties?: Record<string, Described>;
}
