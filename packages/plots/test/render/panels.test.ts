import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/render/svg.ts';
import type { Panel } from '../../src/render/panels.ts';

/** A point at (x, y) on axes from 1 to 10, each with its own scale. */
function point(
  x: number,
  y: number,
  types: readonly ['linear' | 'log' | 'sqrt', 'linear' | 'log']
) {
  const axis = (field: 'x' | 'y', type: 'linear' | 'log' | 'sqrt') => {
    const scale = { type, domain: [1, 10], nice: false };
    return { field, type: 'quantitative', scale, axis: { title: `*${field}*_{1} [GeV]` } } as const;
  };
  return {
    width: 137,
    height: 91,
    data: { values: [{ x, y }] },
    mark: { type: 'point', size: 40 },
    encoding: { x: axis('x', types[0]), y: axis('y', types[1]) },
  } as const;
}

/** Where the symbols of a drawing stand: the shifts of all groups around them, added up; px. */
function symbols(svg: string): [number, number][] {
  const found: [number, number][] = [];
  const shifts: [number, number][] = [];
  const tags = /<(\/?)(\w+)((?:"[^"]*"|[^">])*?)(\/?)>/g;
  for (const [, closing, name, attributes, self] of svg.matchAll(tags)) {
    if (closing === '/') {
      shifts.pop();
      continue;
    }
    const [, x = '0', y = '0'] = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(attributes) ?? [];
    const all = [...shifts, [Number(x), Number(y)] as const];
    if (name === 'path' && attributes.includes('A')) {
      found.push([sum(all.map(([dx]) => dx)), sum(all.map(([, dy]) => dy))]);
    }
    if (self !== '/') shifts.push([Number(x), Number(y)]);
  }
  return found;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const forward = { linear: (x: number) => x, log: Math.log, sqrt: Math.sqrt };

/** The place of a value by the geometry of its panel, px. */
function place(
  { x, y, width, height, horizontal, vertical }: Panel,
  at: readonly [number, number]
) {
  const part = (axis: Panel['horizontal'], value: number) => {
    const f = forward[axis.scale];
    const [low, high] = axis.domain.map(f);
    return (f(value) - low) / (high - low);
  };
  return [x + width * part(horizontal, at[0]), y + height * (1 - part(vertical, at[1]))];
}

describe('the panels of a drawing', () => {
  it.each([
    ['linear', 'linear'],
    ['log', 'linear'],
    ['linear', 'log'],
    ['sqrt', 'log'],
  ] as const)('tell where a value stands on %s and %s axes', async (...types) => {
    const { svg, panels } = await drawSvg('p', 'p', point(2.5, 7.25, types));
    expect(panels).toHaveLength(1);
    const [[x, y]] = symbols(svg);
    const [expectedX, expectedY] = place(panels[0], [2.5, 7.25]);
    // Vega writes its coordinates with all digits.
    expect(x).toBeCloseTo(expectedX, 6);
    expect(y).toBeCloseTo(expectedY, 6);
  });

  it('are all found wherever they stand in a figure', async () => {
    const at = [2, 3] as const;
    const panel = point(...at, ['linear', 'log']);
    const spec = {
      hconcat: [{ vconcat: [panel, panel] }, { concat: [panel, panel, panel], columns: 2 }],
    };
    const { svg, panels } = await drawSvg('p', 'p', spec);
    const drawn = symbols(svg);
    expect(panels).toHaveLength(5);
    expect(drawn).toHaveLength(5);
    panels.forEach((found, i) => {
      const [x, y] = place(found, at);
      expect(drawn[i][0]).toBeCloseTo(x, 6);
      expect(drawn[i][1]).toBeCloseTo(y, 6);
    });
  });

  it('have the titles, scales and ends of their axes', async () => {
    const { panels } = await drawSvg('p', 'p', point(2, 3, ['log', 'linear']));
    expect(panels[0]).toMatchObject({
      width: 137,
      height: 91,
      horizontal: { title: 'x_1 [GeV]', scale: 'log', domain: [1, 10] },
      vertical: { title: 'y_1 [GeV]', scale: 'linear', domain: [1, 10] },
    });
  });

  it('are left out where an axis has names', async () => {
    const { encoding, ...others } = point(2, 3, ['linear', 'linear']);
    const named = { ...encoding, y: { field: 'y', type: 'nominal' } } as const;
    expect((await drawSvg('p', 'p', { ...others, encoding: named })).panels).toEqual([]);
  });
});
