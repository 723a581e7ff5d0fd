import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grv94lo, loadLhapdfGrid, PARTONS, readLhapdfGrid } from '../src/index.ts';
import { geometric, gridFile, type Block } from './support/grid-file.ts';

/** Knots as sets have them: logarithmic at small x, linear at large x, up to 1. */
const X = [...geometric(1e-5, 0.1, 40), ...Array.from({ length: 36 }, (_, i) => (5 + i) / 40)];
const Q = geometric(1.5, 900, 24);
const FLAVOURS = [-3, -2, -1, 1, 2, 3, 21];

const grv = grv94lo();
const GRV: Block = { x: X, q: Q, flavours: FLAVOURS, xf: (f, x, q) => grv.xf(f, x, q * q) };

/** ln x and ln Q² in a form that the interpolation reproduces, on knots in equal ratios. */
const parabola = (flavour: number, x: number, q: number): number =>
  flavour + (1 + 0.1 * Math.log(x) + 0.01 * Math.log(x) ** 2) * (2 - 0.3 * Math.log(q) ** 2);
const PARABOLA: Block = {
  x: geometric(1e-3, 1, 7),
  q: geometric(2, 64, 6),
  flavours: FLAVOURS,
  xf: parabola,
};

describe('readLhapdfGrid', () => {
  it('follows GRV94 LO, tabulated on 76 × 24 knots, between the knots', () => {
    const grid = readLhapdfGrid(gridFile(GRV));
    let worst = 0;
    let worstOfSea = 0;
    for (let i = 0; i < 400; ++i) {
      const x = 1e-5 * (0.8 / 1e-5) ** ((i + 0.3) / 400);
      for (const q of geometric(1.51, 890, 31)) {
        for (const flavour of [2, 1, 21, -1, -3]) {
          const expected = grv.xf(flavour, x, q * q);
          const miss = Math.abs(grid.xf(flavour, x, q * q) / expected - 1);
          // Where the sea falls as (1 − x)^10 relative errors are those of no density at all.
          if (flavour > 0 && flavour < 3) worst = Math.max(worst, miss);
          else if (x < 0.5) worstOfSea = Math.max(worstOfSea, miss);
        }
      }
    }
    // Found: 0.0022 and 0.0031, from the grid’s coarseness at large x.
    expect(worst).toBeLessThan(0.003);
    expect(worstOfSea).toBeLessThan(0.004);
  });

  it('meets every knot', () => {
    const grid = readLhapdfGrid(gridFile(GRV));
    for (const x of X.slice(0, -1)) {
      for (const q of Q) {
        const expected = grv.xf(21, x, q * q);
        // The point is the knot to the last bit: one weight is 1, up to the rounding of 1 − 0 + 0.
        expect(Math.abs(grid.xf(21, x, q * q) - expected)).toBeLessThan(1e-14 * (1 + expected));
      }
    }
  });

  it('reproduces parabolas in ln x and ln Q between inner knots in equal ratios', () => {
    const grid = readLhapdfGrid(gridFile(PARABOLA));
    const out = new Float64Array(PARTONS.length);
    for (const x of geometric(3.2e-3, 0.31, 20)) {
      for (const q of geometric(4.01, 31.9, 20)) {
        grid.evaluate(x, q * q, out);
        for (const flavour of FLAVOURS) {
          const value = out[PARTONS.indexOf(flavour)];
          expect(value).toBeCloseTo(parabola(flavour, x, q), 12);
          expect(grid.xf(flavour, x, q * q)).toBe(value);
        }
      }
    }
  });

  it('takes no derivative across subgrids, and the upper one where they meet', () => {
    const q = geometric(2, 16, 4);
    const low: Block = { ...PARABOLA, q };
    const high: Block = { ...PARABOLA, q: geometric(16, 512, 6), xf: () => 1000 };
    const both = readLhapdfGrid(gridFile(low, high));
    const alone = readLhapdfGrid(gridFile(low));
    for (const x of [2e-3, 0.1, 0.9]) {
      for (const scale of [2, 3, 11, 15.999]) {
        expect(both.xf(2, x, scale ** 2)).toBe(alone.xf(2, x, scale ** 2));
      }
      for (const scale of [16, 17, 500]) expect(both.xf(2, x, scale ** 2)).toBeCloseTo(1000, 11);
    }
    expect([both.q2Min, both.q2Max]).toEqual([4, 512 ** 2]);
  });

  it('is bilinear with two knots in Q, as in LHAPDF', () => {
    const q = [2, 8];
    const xf = (_: number, x: number, scale: number): number => Math.log(x) ** 2 + scale;
    const grid = readLhapdfGrid(gridFile({ ...PARABOLA, x: [0.001, 0.01, 0.1, 1], q, xf }));
    // Halfway between 0.01 and 0.1: the mean of ln² at both; halfway between 2 and 8: 5.
    const expected = (Math.log(0.01) ** 2 + Math.log(0.1) ** 2) / 2 + 5;
    expect(grid.xf(21, Math.sqrt(0.001), 16)).toBeCloseTo(expected, 12);
  });

  it('is frozen outside the knots, 0 from x = 1 on, NaN for NaN', () => {
    const grid = readLhapdfGrid(gridFile({ ...PARABOLA, x: geometric(1e-3, 0.5, 6) }));
    const at = (x: number, q2: number): number[] => PARTONS.map((id) => grid.xf(id, x, q2));
    expect(at(0.1, 1e9)).toEqual(at(0.1, grid.q2Max));
    expect(at(0.1, 0)).toEqual(at(0.1, grid.q2Min));
    expect(at(1e-7, 100)).toEqual(at(grid.xMin, 100));
    expect(at(0.99, 100)).toEqual(at(grid.xMax, 100));
    expect([grid.xMin, grid.xMax]).toEqual([1e-3, 0.5]);
    expect(at(1, 100)).toEqual(PARTONS.map(() => 0));
    expect([grid.xf(21, NaN, 100), grid.xf(21, 0.1, NaN)]).toEqual([NaN, NaN]);
  });

  it('has 0 for partons without a column, and leaves top and photon out', () => {
    const flavours = [22, 6, 2, 0];
    const grid = readLhapdfGrid(gridFile({ ...PARABOLA, flavours, xf: (f) => f + 1 }));
    const found = PARTONS.map((id) => Math.round(1e9 * grid.xf(id, 0.1, 100)) / 1e9);
    expect(found).toEqual([0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0]);
  });

  it('passes over comments, blank lines and the line ends of Windows, and gives the header', () => {
    const text = gridFile(PARABOLA);
    const other = `# made by hand\n\nSetDesc: "a: b"\n${text}`.replaceAll('\n', '\r\n');
    const grid = readLhapdfGrid(other, { name: 'mine' });
    expect(grid.xf(21, 0.1, 100)).toBe(readLhapdfGrid(text).xf(21, 0.1, 100));
    expect(grid.header).toEqual({ SetDesc: 'a: b', PdfType: 'central', Format: 'lhagrid1' });
    expect(grid.name).toBe('mine');
  });
});

describe('loadLhapdfGrid', () => {
  it('reads a file, and calls the set by its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parton-distributions-'));
    try {
      const path = join(folder, 'parabola_0000.dat');
      writeFileSync(path, gridFile(PARABOLA));
      const grid = await loadLhapdfGrid(path);
      expect(grid.name).toBe('parabola_0000');
      expect(grid.xf(2, 0.1, 100)).toBe(readLhapdfGrid(gridFile(PARABOLA)).xf(2, 0.1, 100));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says what to give if there is no file', async () => {
    await expect(loadLhapdfGrid('no/such.dat')).rejects.toMatchObject({
      name: 'GridFileError',
      exitCode: 1,
      message: expect.stringMatching(
        /^no\/such\.dat: cannot be read .*ENOENT.*<set>_0000\.dat\.$/
      ) as string,
    });
  });
});
