import { COLOURS, drawSvg } from '@deelema/plots';
import { describe, expect, it } from 'vitest';
import type { ComparedObservable, Comparison } from '../../src/comparison.ts';
import { pText } from '../../src/figures/caption.ts';
import { comparisonFigures } from '../../src/figures/comparison-figures.ts';
import { ratioOf, shapeOf } from '../../src/figures/shape.ts';

function side(sums: number[]): ComparedObservable['generated'] {
  return {
    mean: 1,
    meanError: 0.1,
    sumOfWeights: sums,
    sumOfSquaredWeights: sums.map(Math.abs),
    underflow: 0,
    overflow: 0,
  };
}

function observable(changes: Partial<ComparedObservable> = {}): ComparedObservable {
  return {
    name: 'cos_bb',
    group: 'spin',
    unit: '',
    invariant: false,
    edges: [-1, 0, 1],
    generated: side([100, 300]),
    reference: side([20, 20]),
    nonFinite: 0,
    chiSquare: 9.9,
    ndf: 1,
    pValue: 0.00172,
    distance: 0.25,
    verdict: 'agrees',
    ...changes,
  };
}

function comparison(observables: ComparedObservable[]): Omit<Comparison, 'figures'> {
  return {
    schemaVersion: 1,
    sample: 'events of the tests.',
    events: 12_000,
    sumOfWeights: 12_000,
    crossSection: null,
    reference: {
      generator: 'Pythia',
      version: '8.302',
      pdf: 'NNPDF2.3',
      process: 'p p > t t~',
      seed: 1,
      events: 40,
      crossSection: { value: 1, error: 0.1 },
      source: { file: 'events.lhe.gz', sha256: 'abc' },
    },
    band: 0.05,
    significance: 0.001,
    differing: [],
    observables,
  };
}

async function texts(all: Omit<Comparison, 'figures'>): Promise<string[]> {
  const [{ id, title, spec }] = comparisonFigures(all, 880);
  const { svg } = await drawSvg(id, title, spec);
  expect(svg).not.toContain('NaN');
  return [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/g)].map(([, content]) =>
    content.replace(/<[^>]*>/g, '')
  );
}

describe('comparisonFigures', () => {
  it('labels every panel with its observable, unit and p-value', async () => {
    const mass = observable({ name: 'm_A1', group: 'spin', unit: 'GeV', pValue: 1e-12 });
    const drawn = await texts(comparison([observable(), mass]));
    for (const text of ['cos φ(b1, b2)', 'mA1 [GeV]', 'p = 0.0017', 'p &lt; 1e-10']) {
      expect(drawn).toContain(text);
    }
    expect(drawn).toContain('generated events');
    expect(drawn).toContain('Pythia 8.302');
  });

  it('says in the caption what is shown, by what it was made, and which shapes differ', () => {
    const differing = observable({ name: 'coscos_b', verdict: 'differs', pValue: 1e-5 });
    const [{ caption }] = comparisonFigures(comparison([observable(), differing]), 880);
    expect(caption).toContain('12\u202f000 generated events (events of the tests)');
    expect(caption).toContain('40 events by Pythia 8.302 with NNPDF2.3, p p > t t~.');
    expect(caption).toContain('Grey: ±5 %');
    expect(caption).toContain('1 of the 2 shapes differs at a significance of 0.001');
    expect(caption).toContain('p-values: cos_bb 0.0017, coscos_b 0.00001.');
  });

  it('speaks of no band where none is granted', () => {
    const [{ caption }] = comparisonFigures(comparison([observable({ invariant: true })]), 880);
    expect(caption).not.toContain('Grey');
    expect(caption).toContain('None of the 1 shapes differs');
  });

  it('points at ratios that lie beyond their panel, up or down', async () => {
    // Ratios 2/4 and 6/4 of [2, 6] to [4, 4] in eight; the panel goes from 0.7 to 1.3.
    const far = comparison([observable({ generated: side([2, 6]), reference: side([4, 4]) })]);
    const near = comparison([observable({ generated: side([4, 4]), reference: side([4, 4]) })]);
    const arrows = async (all: typeof far): Promise<number> => {
      const [{ id, title, spec, caption }] = comparisonFigures(all, 880);
      expect(caption).toContain('arrows where it lies beyond the panel');
      const { svg } = await drawSvg(id, title, spec);
      return svg.split(`fill="${COLOURS.vermilion}"`).length - 1;
    };
    expect([await arrows(far), await arrows(near)]).toEqual([2, 0]);
  });

  it('can be drawn without generated events in range, and without a p-value', async () => {
    const nothing = { chiSquare: null, ndf: null, pValue: null, distance: null } as const;
    const empty = observable({ generated: side([0, 0]), ...nothing });
    expect(await texts(comparison([empty]))).toContain('n/a');
    expect(pText(observable({ pValue: null, ndf: 0, chiSquare: 0 }))).toBe('one bin');
  });

  it('have the bins of both shapes and of their ratio in their table', () => {
    const [{ data }] = comparisonFigures(comparison([observable()]), 880);
    // Shapes [100, 300] of 400 and [20, 20] of 40.
    expect(data.map(({ series, low, high, value }) => [series, low, high, value])).toEqual([
      ['generated events', -1, 0, 0.25],
      ['generated events', 0, 1, 0.75],
      ['Pythia', -1, 0, 0.5],
      ['Pythia', 0, 1, 0.5],
      ['ratio', -1, 0, 0.5],
      ['ratio', 0, 1, 1.5],
    ]);
    expect(data[0]).toMatchObject({ panel: 'cos_bb', unit: '', error: 10 / 400 });
  });

  it('leaves out groups without an observable', () => {
    expect(comparisonFigures(comparison([observable()]), 880).map(({ id }) => id)).toEqual([
      'spin',
    ]);
  });
});

describe('shapes and ratios', () => {
  const shape = shapeOf([0, 1, 3], { sumOfWeights: [6, 2], sumOfSquaredWeights: [9, 4] });

  it('are fractions of the sum with their errors', () => {
    expect(shape).toEqual([
      { low: 0, high: 1, y: 0.75, error: 3 / 8 },
      { low: 1, high: 3, y: 0.25, error: 2 / 8 },
    ]);
    expect(shapeOf([0, 1], { sumOfWeights: [-1], sumOfSquaredWeights: [1] })).toEqual([]);
  });

  it('have relative errors that add in quadrature', () => {
    const [first] = ratioOf(shape, shape);
    expect(first.y).toBe(1);
    expect(first.error).toBeCloseTo(Math.SQRT2 * (3 / 8 / 0.75), 12);
  });

  it('have no ratio where one of them is empty', () => {
    const empty = shapeOf([0, 1, 3], { sumOfWeights: [0, 8], sumOfSquaredWeights: [0, 8] });
    expect(ratioOf(shape, empty)).toHaveLength(1);
    expect(ratioOf(empty, shape)).toHaveLength(1);
    expect(ratioOf([], shape)).toEqual([]);
  });
});
