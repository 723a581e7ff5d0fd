import { beforeAll, describe, expect, it } from 'vitest';
import { fourMomenta, readLhe, TOPOLOGIES, type EventBatch } from '@deelema/events';
import { stream } from '@deelema/random';
import { toyGenerator } from '../src/toy.ts';
import { topPairGenerator } from '../src/ttbar.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../test/support/samples.ts';
import { deviation, mean, quantile } from './support/statistics.ts';

const N = 60_000;
const toy = toyGenerator({ mA: 1000, mB: 800, mC: 700, ma: 0, mb: 0, beamEnergy: 13000 });
const top = topPairGenerator({
  mt: 173.0,
  widthT: 1.4915,
  mW: 80.419,
  widthW: 2.0476,
  mb: 4.7,
  beamEnergy: 13000,
});

const SOURCES = [
  { name: 'toy', generate: toy, sample: GLUINO_SAMPLE, topology: 'gluino-sbottom' },
  { name: 't t̄', generate: top, sample: TOP_SAMPLE, topology: 'ttbar-dilepton' },
] as const;

/**
 * How far our means and quantiles may lie from a full generator's, besides 4 standard errors.
 * Transverse shapes come from masses and decays; the approximate parton density sets the longitudinal
 * boost, whose quarks and softer gluons it does not know.
 *
 * Measured, transverse: means −1.8 % (C of toy) to +1.8 % (a of t t̄); quantiles −3.2 ± 1.3 % (16 %,
 * C of toy) to +4.0 ± 1.2 % (16 %, pTmiss of toy), all others within 2.4 %.
 * Measured, longitudinal: means −4.7 % (C of toy) to −2.7 % (a of t t̄); quantiles −5.9 ± 2.2 % (16 %,
 * b of t t̄) to −0.2 ± 3.0 % (16 %, a of t t̄).
 */
const TRANSVERSE = 0.02;
const LONGITUDINAL = 0.07;

/** Median and ±1σ of a Gaussian: where shapes are compared besides their means. */
const SHARES = [0.16, 0.5, 0.84];

describe.each(SOURCES)('$name', ({ generate, sample, topology }) => {
  const batch = generate(stream(1, 'generators', topology), N, 0);
  let reference: EventBatch;
  beforeAll(async () => {
    reference = await readSample(sample, topology);
  });

  it.each([
    ['pT of a', 'a', pt, TRANSVERSE],
    ['pT of b', 'b', pt, TRANSVERSE],
    ['pT of C', 'c', pt, TRANSVERSE],
    ['|η| of a', 'a', eta, LONGITUDINAL],
    ['|η| of b', 'b', eta, LONGITUDINAL],
    ['|η| of C', 'c', eta, LONGITUDINAL],
  ] as const)('has mean and quantiles of %s of Pythia 8.302', (_, group, quantity, tolerance) => {
    compare(both(batch, group, quantity), both(reference, group, quantity), tolerance);
  });

  it('has mean and quantiles of pTmiss of Pythia 8.302', () => {
    compare(ptmiss(batch), ptmiss(reference), TRANSVERSE);
  });

  it('has pTmiss = c1 + c2, for nothing recoils', () => {
    const [one, two] = [fourMomenta(batch, 'c1'), fourMomenta(batch, 'c2')];
    const { ptmiss_x: x, ptmiss_y: y } = batch.columns;
    const open = Float64Array.from(x, (_, i) => {
      const dx = Math.abs(x[i] - one.px[i] - two.px[i]);
      return Math.max(dx, Math.abs(y[i] - one.py[i] - two.py[i]));
    });
    const worst = open.reduce((largest, gap) => Math.max(largest, gap), 0);
    // Rounding of momenta of some TeV.
    expect(worst).toBeLessThan(1e-9);
  });
});

describe('toy', () => {
  it('has the triangle of m_ab with the edge of Hinchliffe et al., Phys. Rev. D 55 (1997) 5520', () => {
    // m_ab² is flat up to (m_A² − m_B²)(m_B² − m_C²)/m_B², in two massless visibles.
    const edge = ((1000 ** 2 - 800 ** 2) * (800 ** 2 - 700 ** 2)) / 800 ** 2;
    const batch = toy(stream(1, 'toy'), N, 0);
    const [a, b] = [fourMomenta(batch, 'a1'), fourMomenta(batch, 'b1')];
    const share = new Float64Array(N).map((_, i) => {
      const dot = a.px[i] * b.px[i] + a.py[i] * b.py[i] + a.pz[i] * b.pz[i];
      return (2 * (a.e[i] * b.e[i] - dot)) / edge;
    });
    expect(Math.max(...share)).toBeLessThan(1 + 1e-9);
    // Flat on [0, 1]: mean 1/2 ± 1/√(12n), standard deviation 1/√12 ± 1/√(60n); 4 standard errors.
    expect(Math.abs(mean(share) - 0.5)).toBeLessThan(4 / Math.sqrt(12 * N));
    expect(Math.abs(deviation(share) - 1 / Math.sqrt(12))).toBeLessThan(4 / Math.sqrt(60 * N));
  });

  it('numbers its events and gives them weight 1', () => {
    const { event, weight } = toy(stream(1, 'toy'), 3, 100).columns;
    expect(event).toEqual(new Uint32Array([100, 101, 102]));
    expect(weight).toEqual(new Float64Array([1, 1, 1]));
  });
});

async function readSample(name: string, topology: keyof typeof TOPOLOGIES): Promise<EventBatch> {
  const events = readLhe(sampleFile(name), { topology: TOPOLOGIES[topology] });
  // The samples are smaller than a batch.
  for await (const batch of events) return batch;
  throw new Error(`${name} has no events.`);
}

function compare(ours: Float64Array, reference: Float64Array, tolerance: number): void {
  const error = deviation(reference) / Math.sqrt(reference.length);
  const allowed = tolerance * mean(reference) + 4 * error;
  expect(Math.abs(mean(ours) - mean(reference))).toBeLessThan(allowed);
  for (const share of SHARES) compareQuantile(ours, reference, share, tolerance);
}

function compareQuantile(
  ours: Float64Array,
  reference: Float64Array,
  share: number,
  tolerance: number
): void {
  const expected = quantile(reference, share);
  // Standard error: how far the quantile moves with one binomial deviation of the rank.
  const step = Math.sqrt((share * (1 - share)) / reference.length);
  const error = (quantile(reference, share + step) - quantile(reference, share - step)) / 2;
  const difference = Math.abs(quantile(ours, share) - expected);
  expect(difference, `${100 * share} %`).toBeLessThan(tolerance * expected + 4 * error);
}

function both(
  batch: EventBatch,
  group: 'a' | 'b' | 'c',
  quantity: (px: number, py: number, pz: number) => number
): Float64Array {
  const values = [`${group}1`, `${group}2`].flatMap((role) => {
    const { px, py, pz } = fourMomenta(batch, role);
    return Array.from(px, (x, i) => quantity(x, py[i], pz[i]));
  });
  return new Float64Array(values);
}

function pt(px: number, py: number): number {
  return Math.hypot(px, py);
}

function eta(px: number, py: number, pz: number): number {
  return Math.abs(Math.asinh(pz / Math.hypot(px, py)));
}

function ptmiss({ columns }: EventBatch): Float64Array {
  const { ptmiss_x: x, ptmiss_y: y } = columns;
  return Float64Array.from(x, (value, i) => Math.hypot(value, y[i]));
}
