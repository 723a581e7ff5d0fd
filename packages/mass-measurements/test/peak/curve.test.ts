import { describe, expect, it } from 'vitest';
import { exponentAt, fitCurve } from '../../src/peak/curve.ts';
import { highestPlace, placeError, uphillPlace } from '../../src/peak/maximum.ts';
import { shortestWindow } from '../../src/peak/shortest-window.ts';
import { Spectrum } from '../../src/index.ts';
import { runningSums } from '../../src/spectrum/running-sums.ts';

/** Cells over −1 to 1 that hold exactly what the exponential of a polynomial says. */
function exactCells(coefficients: readonly number[], n = 64) {
  const place = Float64Array.from({ length: n }, (_, i) => (2 * i + 1) / n - 1);
  const width = new Float64Array(n).fill(2 / n);
  const weight = place.map((s, i) => {
    const exponent = coefficients.reduce((sum, c, j) => sum + c * s ** j, 0);
    return width[i] * Math.exp(exponent);
  });
  return { place, width, weight, variance: weight };
}

const curveOf = (coefficients: readonly number[]) => ({ coefficients, information: [] });

describe('fitCurve', () => {
  it.each([[[4, 0, -2, 0, 0]], [[5, 0.7, -3, 1.2, -0.4]], [[2, -1, 0.5, 0.3, 1]]])(
    'finds the polynomial that made the cells: %j',
    (coefficients) => {
      const cells = exactCells(coefficients);
      const found = fitCurve(cells, cells.weight).coefficients;
      // Newton steps end within 1e-8 of ln L, which is quadratic about its maximum.
      found.forEach((c, j) => {
        expect(Math.abs(c - coefficients[j])).toBeLessThan(1e-3);
      });
    }
  );

  it('has the moments of the cells, whatever they hold', () => {
    const cells = exactCells([3, 0, 0, 0, 0]);
    const weight = cells.weight.map((w, i) => w * (1 + 0.6 * Math.sin(7 * i)) - (i === 20 ? 2 : 0));
    const curve = fitCurve(cells, weight);
    // The gradient of ln L: Σ (W − f Δ) s^j = 0, with a weight of the other sign too.
    for (let j = 0; j < 5; ++j) {
      const moment = weight.reduce((sum, w, i) => {
        const f = Math.exp(exponentAt(curve, cells.place[i])[0]);
        return sum + (w - f * cells.width[i]) * cells.place[i] ** j;
      }, 0);
      expect(Math.abs(moment)).toBeLessThan(1e-3);
    }
  });

  it('knows the mean of a Gaussian to σ/√n where nothing else is unknown', () => {
    // Only c₀ to c₂ are free in a quadratic; I of five terms has more to find. With σ = 1/√20 inside of ±1:
    const cells = exactCells([6, 0, -10, 0, 0]);
    const { coefficients, information } = fitCurve(cells, cells.weight);
    const events = cells.weight.reduce((sum, w) => sum + w, 0);
    const quadratic = {
      coefficients: coefficients.slice(0, 3),
      information: information.slice(0, 3).map((row) => row.slice(0, 3)),
    };
    expect(placeError(quadratic, 0, 1)).toBeCloseTo(Math.sqrt(1 / 20 / events), 4);
    // The third Hermite polynomial is found as well: variance 1 + 3²/3!.
    const full = placeError({ coefficients, information }, 0, 1);
    expect(full / placeError(quadratic, 0, 1)).toBeCloseTo(Math.sqrt(1 + 9 / 6), 2);
  });
});

describe('highestPlace', () => {
  it('is the zero of the slope, or an end', () => {
    // −(s − 0.3)²: the highest at 0.3.
    expect(highestPlace(curveOf([0, 0.6, -1, 0, 0]))).toBeCloseTo(0.3, 5);
    expect(highestPlace(curveOf([0, 1, 0, 0, 0]))).toBe(1);
    expect(highestPlace(curveOf([0, -1, 0, 0, 0]))).toBe(-1);
  });

  it('is another one than the next maximum uphill', () => {
    // −s² + 2s⁴ has a maximum at 0 and rises again to 1 at both ends.
    const curve = curveOf([0, 0, -1, 0, 2]);
    expect(Math.abs(highestPlace(curve))).toBe(1);
    expect(uphillPlace(curve, 0.2)).toBeCloseTo(0, 5);
    expect(uphillPlace(curve, 0.7)).toBe(1);
  });
});

describe('shortestWindow', () => {
  it('begins where a falling distribution does', () => {
    const spectrum = new Spectrum(0, 10, 1000);
    for (let i = 0; i < 1000; ++i) spectrum.add(0.01 * i + 0.005, Math.exp(-0.01 * i));
    const { low, high } = shortestWindow(runningSums(spectrum, spectrum.content), 0.5);
    // Half of e^{−x} lies below ln 2.
    expect(low).toBe(0);
    expect(Math.abs(0.01 * high - Math.LN2)).toBeLessThan(0.011);
  });

  it('is one bin where that holds the part', () => {
    const spectrum = new Spectrum(0, 10, 100);
    for (let i = 0; i < 100; ++i) spectrum.add(0.1 * i + 0.05, i === 37 ? 120 : 1);
    expect(shortestWindow(runningSums(spectrum, spectrum.content), 0.5)).toEqual({
      low: 37,
      high: 38,
    });
  });
});
