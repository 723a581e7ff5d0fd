import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { fitEndpoint, Spectrum, spectrumOf } from '../../src/index.ts';
import { DISTRIBUTIONS, drawSpectrum } from './support/distributions.ts';
import type { Distribution } from './support/distributions.ts';

const SETTINGS = { replicas: 0, seed: 1, name: 'test', minimumEvents: 100, smeared: false };

function meanAndWidth(values: readonly number[]): [mean: number, width: number] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(variance)];
}

/** (value − 1)/error of so many samples of n events; those without a value are left out. */
function pulls(name: string, distribution: Distribution, n: number, samples: number): number[] {
  const settings = { ...SETTINGS, smeared: distribution.resolution > 0 };
  return Array.from({ length: samples }, (_, k) => {
    const spectrum = drawSpectrum(distribution, n, stream(k, 'pull', name));
    const { value, error } = fitEndpoint(spectrum, settings);
    return value === null || error === null ? NaN : (value - 1) / error;
  }).filter(Number.isFinite);
}

describe('fitEndpoint on closed forms with the endpoint 1', () => {
  it.each(Object.entries(DISTRIBUTIONS))('has errors that cover: %s', (name, distribution) => {
    const all = pulls(name, distribution, 3000, 40);
    // A weak kink over a background is not always told from a smooth curve.
    expect(all.length).toBeGreaterThanOrEqual(30);
    const [mean, width] = meanAndWidth(all);
    // Mean 0 and width 1 within four standard errors, 1/√n and, for tails between Gaussian and exponential, up to
    // 1.4/√n; with fixed seeds. Measured: means within 0.5, widths from 0.7 to 1.15.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(all.length));
    expect(width).toBeGreaterThan(1 - 4 / Math.sqrt(2 * all.length));
    expect(width).toBeLessThan(1 + 4 / Math.sqrt(all.length));
  });

  it.each([
    ['triangle', 'kink'],
    ['triangle on a background', 'kink'],
    ['box', 'step'],
    ['rising line', 'step'],
    ['box on a background', 'step'],
    ['root', 'root'],
    ['root on a background', 'root'],
  ] as const)('tells how the density passes it: %s has a %s', (name, shape) => {
    const spectrum = drawSpectrum(DISTRIBUTIONS[name], 20_000, stream(3, 'shape', name));
    const fit = fitEndpoint(spectrum, SETTINGS);
    expect(fit).toMatchObject({ shape, resolution: 0, reason: null });
    expect(fit.window?.[0]).toBeLessThan(1);
    expect(fit.window?.[1]).toBeGreaterThan(1);
    // Its own distribution: χ² of 20 or so degrees of freedom reaches twice that in one of 200 samples.
    expect(fit.chiSquared).toBeLessThan(2 * (fit.degreesOfFreedom ?? NaN));
  });

  it('comes as close to a sharp end as the last event does: 1/n', () => {
    const errors = [1000, 4000, 16_000].map((n) => {
      const spectrum = drawSpectrum(DISTRIBUTIONS.box, n, stream(5, 'sharp', n));
      return fitEndpoint(spectrum, SETTINGS).error ?? NaN;
    });
    // n f(1) = n: the error of the mean over an exponential likelihood is 1/n; the last bins are counted as
    // events, and the line's own error adds a few percent.
    errors.forEach((error, i) => {
      expect(error * 1000 * 4 ** i).toBeGreaterThan(0.7);
      expect(error * 1000 * 4 ** i).toBeLessThan(1.6);
    });
  });

  it('finds the resolution that smears an edge', () => {
    const spectrum = drawSpectrum(DISTRIBUTIONS['smeared box'], 20_000, stream(6, 'smeared'));
    const { resolution, shape } = fitEndpoint(spectrum, { ...SETTINGS, smeared: true });
    expect(shape).toBe('step');
    // Each trial resolution is twice the one before.
    expect(resolution).toBeGreaterThan(0.03 / 2);
    expect(resolution).toBeLessThan(0.03 * 2);
  });

  it('lies beyond a smeared end if it takes the edge for sharp', () => {
    const spectrum = drawSpectrum(DISTRIBUTIONS['smeared box'], 20_000, stream(6, 'smeared'));
    const { value } = fitEndpoint(spectrum, SETTINGS);
    expect(value).toBeGreaterThan(1.01);
    expect(value).toBeLessThan(1.1);
  });
});

describe('fitEndpoint', () => {
  const triangle = drawSpectrum(
    DISTRIBUTIONS['triangle on a background'],
    20_000,
    stream(8, 'bootstrap')
  );

  it('has a bootstrap error near that of the likelihood where that is regular', () => {
    const fit = fitEndpoint(triangle, { ...SETTINGS, replicas: 100 });
    const ratio = (fit.bootstrapError ?? NaN) / (fit.likelihoodError ?? NaN);
    // Of 100 replicas the deviation is known to 7 %; the likelihood varies from sample to sample by some 10 %.
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
    const { statisticalError, windowError, bootstrapError, likelihoodError } = fit;
    expect(statisticalError).toBe(Math.max(bootstrapError ?? NaN, likelihoodError ?? NaN));
    expect(fit.error).toBe(Math.hypot(statisticalError ?? NaN, windowError ?? NaN));
  });

  it('gives the same numbers again, and other replicas for another seed', () => {
    const settings = { ...SETTINGS, replicas: 10 };
    const fit = fitEndpoint(triangle, settings);
    expect(fitEndpoint(triangle, settings)).toEqual(fit);
    const other = fitEndpoint(triangle, { ...settings, seed: 2 });
    expect(other.value).toBe(fit.value);
    expect(other.bootstrapError).not.toBe(fit.bootstrapError);
  });

  it('scales and shifts with the variable', () => {
    const { uniform } = stream(9, 'values');
    const values = Float64Array.from({ length: 3000 }, () => 1 - Math.sqrt(uniform()));
    const fit = fitEndpoint(spectrumOf(values), SETTINGS);
    for (const [scale, shift] of [
      [1e-6, 0],
      [1e6, 0],
      [1, 10],
      [0.3, -5],
    ]) {
      const moved = fitEndpoint(spectrumOf(values.map((x) => scale * x + shift)), SETTINGS);
      // Rounding moves a few events into the next bin, a 30 000th of the range.
      expect(((moved.value ?? NaN) - shift) / scale).toBeCloseTo(fit.value ?? NaN, 4);
      expect((moved.error ?? NaN) / scale).toBeCloseTo(fit.error ?? NaN, 4);
      expect(moved.shape).toBe(fit.shape);
    }
  });

  it('takes no notice of the size of the weights', () => {
    const heavy = drawSpectrum(DISTRIBUTIONS.box, 3000, stream(4, 'weights'), () => 1e-3);
    const plain = drawSpectrum(DISTRIBUTIONS.box, 3000, stream(4, 'weights'));
    const [a, b] = [fitEndpoint(heavy, SETTINGS), fitEndpoint(plain, SETTINGS)];
    // Newton steps end within 1e-7 of ln L in units of weights, not of events.
    expect(a.value).toBeCloseTo(b.value ?? NaN, 5);
    expect(a.error).toBeCloseTo(b.error ?? NaN, 5);
    expect(a.events).toBeCloseTo(b.events, 6);
  });

  it('respects negative weights: they widen the error and keep the endpoint', () => {
    const name = 'box on a background';
    const all = Array.from({ length: 40 }, (_, k) => {
      const random = stream(k, 'signed');
      const sign = () => (random.uniform() < 0.1 ? -1 : 1);
      const spectrum = drawSpectrum(DISTRIBUTIONS[name], 4000, random, sign);
      const { value, error, events } = fitEndpoint(spectrum, SETTINGS);
      // (Σw)²/Σw² = 0.8² of the events.
      expect(events).toBeLessThan(0.7 * 4000);
      return value === null || error === null ? NaN : (value - 1) / error;
    }).filter(Number.isFinite);
    const [mean, width] = meanAndWidth(all);
    expect(all.length).toBeGreaterThan(35);
    // As for unit weights.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(all.length));
    expect(width).toBeLessThan(1 + 4 / Math.sqrt(all.length));
  });
});

describe('fitEndpoint without an endpoint', () => {
  it('says so of an exponential distribution', () => {
    const { exponential } = stream(2, 'exponential');
    const values = Float64Array.from({ length: 5000 }, exponential);
    expect(fitEndpoint(spectrumOf(values), SETTINGS)).toMatchObject({
      value: null,
      error: null,
      shape: null,
      reason: 'A smooth curve without an endpoint describes the distribution as well.',
    });
  });

  it('says so of too few events', () => {
    const spectrum = drawSpectrum(DISTRIBUTIONS.box, 60, stream(2, 'few'));
    expect(fitEndpoint(spectrum, SETTINGS)).toMatchObject({
      value: null,
      window: null,
      reason: 'There are 60 effective events, expected 100 or more.',
    });
    expect(fitEndpoint(new Spectrum(0, 1), SETTINGS)).toMatchObject({ value: null, events: 0 });
  });

  it('says so of weights that cancel', () => {
    const spectrum = new Spectrum(0, 2);
    const { uniform } = stream(2, 'cancel');
    for (let i = 0; i < 2000; ++i) spectrum.add(uniform(), i % 2 === 0 ? 1 : -1);
    expect(fitEndpoint(spectrum, SETTINGS).value).toBeNull();
  });

  it('leaves out values that are not finite', () => {
    const values = Float64Array.from([...Array(50).keys()].flatMap((i) => [i, NaN, Infinity]));
    expect(fitEndpoint(spectrumOf(values), SETTINGS).events).toBe(50);
  });

  it('refuses settings out of range, and a spectrum without a range', () => {
    const spectrum = new Spectrum(0, 1);
    expect(() => fitEndpoint(spectrum, { ...SETTINGS, replicas: -1 })).toThrow(RangeError);
    expect(() => fitEndpoint(spectrum, { ...SETTINGS, replicas: 1.5 })).toThrow('replicas is 1.5');
    expect(() => fitEndpoint(spectrum, { ...SETTINGS, minimumEvents: 5 })).toThrow(
      'minimumEvents is 5, expected 20 or more.'
    );
    expect(() => new Spectrum(1, 1)).toThrow(RangeError);
    expect(() => new Spectrum(0, Infinity)).toThrow(RangeError);
    expect(() => new Spectrum(0, 1, 0)).toThrow(RangeError);
    expect(() => spectrumOf(Float64Array.from([3, 3, NaN]))).toThrow(RangeError);
  });
});
