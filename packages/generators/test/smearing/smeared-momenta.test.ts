import { describe, expect, it } from 'vitest';
import { energy, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { smearedMomenta } from '../../src/smearing/smeared-momenta.ts';
import { deviation, mean } from '../../../../test/support/statistics.ts';
import { PAPER_RESOLUTION } from '../support/settings.ts';

type Components = readonly [m: number, px: number, py: number, pz: number];

/** n times the same particle. */
function times(n: number, [m, px, py, pz]: Components): FourMomenta {
  const momenta = zeroFourMomenta(n);
  momenta.e.fill(energy(m, px, py, pz));
  momenta.px.fill(px);
  momenta.py.fill(py);
  momenta.pz.fill(pz);
  return momenta;
}

function smear(truth: FourMomenta, table = PAPER_RESOLUTION): FourMomenta {
  return smearedMomenta(truth, table, stream(1, 'smear'));
}

/** E′/E of n particles of no mass at a transverse momentum, smeared with the paper's table. */
function energyRatios(n: number, pt: number): Float64Array {
  const truth = times(n, [0, 0.6 * pt, 0.8 * pt, -1.5 * pt]);
  return smear(truth).e.map((value, i) => value / truth.e[i]);
}

/**
 * Mean and standard deviation of 1 + σ g with Gaussian g where it is positive: a normal distribution cut at
 * α = −1/σ, of which P = 1 − Φ(α) is left and λ = φ(α)/P. Moments as in any textbook: 1 + σ λ and σ √(1 + α λ − λ²).
 */
function truncatedMoments(sigma: number, kept: number): { mean: number; deviation: number } {
  const alpha = -1 / sigma;
  const lambda = Math.exp(-0.5 * alpha ** 2) / Math.sqrt(2 * Math.PI) / kept;
  return {
    mean: 1 + sigma * lambda,
    deviation: sigma * Math.sqrt(1 + alpha * lambda - lambda ** 2),
  };
}

const JET: Components = [4.7, 60, 80, -150];

describe('smearedMomenta', () => {
  // Φ(1/σ) of normal tables; beyond 5 σ nothing is cut off.
  it.each([
    [10, 0.4, 0.9937903],
    [20, 0.28, 0.9998215],
    [30, 0.19, 0.9999999],
    [50, 0.13, 1],
    [100, 0.1, 1],
    [400, 0.06, 1],
    [1000, 0.05, 1],
    // Halfway in log pT between two points.
    [Math.sqrt(20 * 30), 0.235, 0.9999895],
    [200, 0.08, 1],
  ])('has the resolution of PRR 5, 043186 at pT = %f GeV: %f', (pt, sigma, kept) => {
    const n = 40_000;
    const ratios = energyRatios(n, pt);
    const expected = truncatedMoments(sigma, kept);
    // Standard errors σ/√n of the mean and σ/√(2n) of σ; 4 of them, with a fixed seed.
    expect(Math.abs(mean(ratios) - expected.mean)).toBeLessThan((4 * sigma) / Math.sqrt(n));
    const error = sigma / Math.sqrt(2 * n);
    expect(Math.abs(deviation(ratios) - expected.deviation)).toBeLessThan(4 * error);
  });

  it('keeps direction and mass', () => {
    const { e, px, py, pz } = smear(times(1000, JET));
    const m = e.map((value, i) => Math.sqrt(value ** 2 - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2));
    // Differences of squares of 200 GeV leave ten digits of 4.7².
    m.forEach((value) => expect(value).toBeCloseTo(4.7, 8));
    px.forEach((value, i) => expect(value / py[i]).toBeCloseTo(60 / 80, 12));
    pz.forEach((value, i) => expect(value / py[i]).toBeCloseTo(-150 / 80, 12));
    expect(Math.min(...py)).toBeGreaterThan(0);
  });

  it('draws again until E′ > m', () => {
    // A slow jet: a third of the first draws would leave E′ below the mass.
    const { e, px } = smear(times(5000, [4.7, 2, 0, 0]));
    expect(Math.min(...e)).toBeGreaterThan(4.7);
    expect(Math.min(...px)).toBeGreaterThan(0);
  });

  it('leaves alone who is at rest, and all at resolution 0', () => {
    const rest = times(3, [5, 0, 0, 0]);
    expect(smear(rest)).toEqual(rest);
    const perfect = { pt: [10], resolution: [0] };
    expect(smear(times(3, JET), perfect)).toEqual(times(3, JET));
  });

  it('does not touch what it is given', () => {
    const truth = times(3, JET);
    expect(smear(truth).e).not.toEqual(truth.e);
    expect(truth).toEqual(times(3, JET));
  });

  it.each([NaN, Infinity, -50])('leaves E = %d, no measurement, for the check of it', (value) => {
    const truth = times(2, JET);
    truth.e.fill(value);
    expect([...smear(truth).e]).toEqual([value, value]);
  });

  it('takes a massless jet that rounding made spacelike for massless', () => {
    const truth = times(100, [0, 30, 40, 0]);
    truth.e.fill(50 * (1 - 1e-10));
    const { e, px, py } = smear(truth);
    e.forEach((value, i) => expect(Math.hypot(px[i], py[i]) / value).toBeCloseTo(1, 12));
  });
});
