import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { KinkFit } from '../../src/solvability/kink-fit.ts';
import { smearedRamp, smearedRoot } from '../../src/solvability/smeared-powers.ts';

const AXIS = Float64Array.from({ length: 41 }, (_, k) => k);

describe('smeared powers', () => {
  it('are the mean of a power over a Gaussian, by a sum of its own', () => {
    for (const x of [-3, -0.4, 0, 1.7, 6, 41]) {
      let [root, ramp] = [0, 0];
      for (let k = -80_000; k <= 80_000; ++k) {
        const z = k / 10_000;
        const weight = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / 10_000;
        root += weight * Math.sqrt(Math.max(x + z, 0));
        ramp += weight * Math.max(x + z, 0);
      }
      // The sum leaves 1e-6 at the root's edge; the distribution function has 1e-7.
      expect(Math.abs(smearedRoot(x) - root)).toBeLessThan(1e-5);
      expect(Math.abs(smearedRamp(x) - ramp)).toBeLessThan(1e-5);
    }
  });

  it('is Γ(3/4) 2^¼/√(2π) at the edge of a root', () => {
    // ∫ √t φ(t) dt; Γ(3/4) = 1.2254167024651777.
    const expected = (1.2254167024651777 * 2 ** 0.25) / Math.sqrt(2 * Math.PI) / Math.SQRT2;
    expect(smearedRoot(0)).toBeCloseTo(expected, 6);
  });
});

describe('KinkFit', () => {
  const fit = new KinkFit(41);

  it.each([15, 20.3, 27.75])('finds the kink it is made for, at %f', (at) => {
    const sigma = 0.25 * 1.5 ** 4;
    const kink = fit.fit(AXIS.map((x) => profile((at - x) / sigma)))!;
    // Trial positions are half a step apart; a parabola joins them.
    expect(Math.abs(kink.at - at)).toBeLessThan(0.1);
    expect(kink.sigma).toBeCloseTo(sigma, 12);
  });

  it('does not care about height, scale and a straight line on top', () => {
    const shape = AXIS.map((x) => profile((21 - x) / 2));
    const one = fit.fit(shape)!;
    const other = fit.fit(shape.map((f, k) => 3 + 0.01 * AXIS[k] + 7 * f))!;
    // Rounding of sums of squares.
    expect(other.at).toBeCloseTo(one.at, 6);
    expect(other.sigma).toBe(one.sigma);
  });

  it('is not biased by noise', () => {
    const random = stream(1, 'noise');
    const found = Array.from({ length: 60 }, () => {
      const noisy = AXIS.map((x) => profile((20.2 - x) / 1.27) + 0.02 * random.normal());
      return fit.fit(noisy)!.at - 20.2;
    });
    const mean = found.reduce((sum, x) => sum + x, 0) / found.length;
    const spread = Math.sqrt(found.reduce((sum, x) => sum + (x - mean) ** 2, 0) / found.length);
    expect(spread).toBeLessThan(1);
    // Four standard errors.
    expect(Math.abs(mean)).toBeLessThan((4 * spread) / Math.sqrt(found.length));
  });

  it('finds none where nothing rises into a bend', () => {
    expect(fit.fit(AXIS.map(() => 0.5))).toBeUndefined();
    expect(fit.fit(AXIS.map((x) => 0.01 * x))).toBeUndefined();
    expect(fit.fit(AXIS.map((x) => Math.exp(x / 10)))).toBeUndefined();
  });
});

/** A kink at 0: a root and a line below, a gentle line above. */
function profile(u: number): number {
  return 1 - 0.1 * smearedRoot(u) - 0.01 * smearedRamp(u) + 0.003 * smearedRamp(-u);
}
