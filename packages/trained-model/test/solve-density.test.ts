import { createDensityModel, toCanonicalFrame } from '@deelema/deelema';
import { float64Column, fourMomenta } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import { useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import { memory, tensor2d, tidy, tile } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { densityModelSettings, frameSettings, massParameters } from '../src/index.ts';
import type { DensityDescription } from '../src/index.ts';
import { predictionNoise } from '../src/solve/noise.ts';
import { densityDescription, JETS, sampleEvents, solved, weightsOf } from './support.ts';

const N = 400;
const ROLES = ['a1', 'a2', 'b1', 'b2'] as const;
const PLAIN = densityDescription();
const SMEARED = densityDescription({ resolution: { a1: JETS, a2: JETS } });

let events: EventBatch;
beforeAll(async () => {
  await useOnnxRuntime({ threads: 1 });
  events = await sampleEvents(N);
});

/** Median of |a − b|, and the share of events in which it is larger than `most`. */
function differences(a: ArrayLike<number>, b: ArrayLike<number>, most: number) {
  const all = Array.from(a, (value, i) => Math.abs(value - b[i])).sort((one, two) => one - two);
  return { median: all[all.length >> 1], far: all.filter((d) => d > most).length / all.length };
}

/** Puts other columns in the place of some. */
function withColumns(columns: Record<string, Float64Array>): EventBatch {
  return { length: N, columns: { ...events.columns, ...columns } };
}

const exchangedB = (): EventBatch =>
  withColumns(
    Object.fromEntries(
      ['E', 'px', 'py', 'pz'].flatMap((part) => [
        [`b1_${part}`, float64Column(events, `b2_${part}`)],
        [`b2_${part}`, float64Column(events, `b1_${part}`)],
      ])
    )
  );

describe('a model of the recipe deelema', () => {
  it('gives momenta, masses, pairing and density, the events in their order', async () => {
    const { length, columns } = await solved(PLAIN, events);
    expect(length).toBe(N);
    expect(Object.keys(columns)).toEqual([
      'event',
      ...['k1_E', 'k1_px', 'k1_py', 'k1_pz', 'k2_E', 'k2_px', 'k2_py', 'k2_pz'],
      ...['m_A1', 'm_A2', 'm_B1', 'm_B2', 'pairing', 'log_density'],
    ]);
    expect(columns.event).toEqual(events.columns.event);
    expect(columns.pairing).toBeInstanceOf(Uint8Array);
  });

  it('fulfils pTmiss and m_C exactly, PRR 5, 043186, Section II, item (i)', async () => {
    const batch = await solved(PLAIN, events);
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    const [x, y] = ['ptmiss_x', 'ptmiss_y'].map((name) => float64Column(events, name));
    for (let i = 0; i < N; ++i) {
      // Double precision of some 100 GeV, turned to the frame and back.
      expect(k1.px[i] + k2.px[i]).toBeCloseTo(x[i], 10);
      expect(k1.py[i] + k2.py[i]).toBeCloseTo(y[i], 10);
    }
    // E² − p² in double precision, at E of some TeV.
    for (const m of [...sumMass([k1]), ...sumMass([k2])]) expect(m).toBeCloseTo(700, 7);
  });

  it('takes masses of its momenta in the pairing that it chose', async () => {
    const batch = await solved(PLAIN, exchangedB());
    const { m_A1, m_B1, m_A2, m_B2, pairing } = batch.columns;
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    const [a1, a2] = ['a1', 'a2'].map((role) => fourMomenta(events, role));
    // The right particles of both branches: pairing 1 of the exchanged events.
    const [b1, b2] = ['b1', 'b2'].map((role) => fourMomenta(events, role));
    const expected = [
      sumMass([a1, b1, k1]),
      sumMass([b1, k1]),
      sumMass([a2, b2, k2]),
      sumMass([b2, k2]),
    ];
    const other = [
      sumMass([a1, b2, k1]),
      sumMass([b2, k1]),
      sumMass([a2, b1, k2]),
      sumMass([b1, k2]),
    ];
    const chosen = new Set<number>();
    for (let i = 0; i < N; ++i) {
      chosen.add(pairing[i]);
      const right = pairing[i] === 1 ? expected : other;
      // The order of sums differs.
      [m_A1, m_B1, m_A2, m_B2].forEach((m, k) => expect(m[i]).toBeCloseTo(right[k][i], 8));
    }
    expect([...chosen].sort()).toEqual([0, 1]);
  });

  it('chooses the pairing by the masses: 1000 and 800 GeV, Gauss–Newton steps alone', async () => {
    // The sample is paired rightly, and narrow; the network is not trained.
    const { columns } = await solved(
      densityDescription({}, { solving: { ...PLAIN.solving, draws: 64, steps: 8 } }),
      events
    );
    const right = columns.pairing.filter((pairing) => pairing === 0).length / N;
    // An even choice would be right in half of the events, ± 0.025.
    expect(right).toBeGreaterThan(0.6);
    const { median } = differences(columns.m_A1, new Float64Array(N).fill(1000), 0);
    expect(median).toBeLessThan(30);
  });

  it('says the mean of the weights of all solutions', async () => {
    const { columns } = await solved(PLAIN, events);
    const model = createDensityModel(
      densityModelSettings(PLAIN),
      weightsOf(PLAIN),
      massParameters(PLAIN)
    );
    const { rows, layout } = canonical(PLAIN);
    const noise = predictionNoise(PLAIN.solving, model.unknowns);
    const expected = tidy(() => {
      const x = tensor2d(rows, [2 * N, layout.width]);
      const all = tile(tensor2d(noise, [1, noise.length]), [2 * N, 1]);
      return model.solutions(x, all, PLAIN.solving).logWeights;
    });
    const weights = await expected.data();
    const terms = 2 * PLAIN.solving.draws;
    const values = Float64Array.from({ length: N }, (_, i) => {
      const all = [...weights.subarray(i * terms, (i + 1) * terms)];
      return Math.log(all.reduce((sum, one) => sum + Math.exp(one), 0) / terms);
    });
    // float32 sums in another order.
    const { median, far } = differences(columns.log_density, values, 1e-3);
    expect(median).toBeLessThan(1e-4);
    expect(far).toBeLessThan(0.01);
    expected.dispose();
    model.dispose();
  });

  it('takes the most central solution of the better pairing: all of them weighed in double precision', async () => {
    const { columns } = await solved(PLAIN, events);
    const model = createDensityModel(
      densityModelSettings(PLAIN),
      weightsOf(PLAIN),
      massParameters(PLAIN)
    );
    const { rows, layout } = canonical(PLAIN);
    const noise = predictionNoise(PLAIN.solving, model.unknowns);
    const tensors = tidy(() => {
      const x = tensor2d(rows, [2 * N, layout.width]);
      const all = tile(tensor2d(noise, [1, noise.length]), [2 * N, 1]);
      const { logWeights, completed } = model.solutions(x, all, PLAIN.solving);
      const momenta = completed.invisible.flatMap(({ px, py, pz }) => [px, py, pz]);
      return [logWeights, completed.masses[0], ...momenta];
    });
    const [w, m, ...q] = await Promise.all(tensors.map((tensor) => tensor.data()));
    const S = PLAIN.solving.draws;
    let [checked, close] = [0, 0];
    for (let i = 0; i < N; ++i) {
      const of = [0, 1].map((k) => [...w.subarray((2 * i + k) * S, (2 * i + k + 1) * S)]);
      const sums = of.map((all) => Math.log(all.reduce((sum, one) => sum + Math.exp(one), 0)));
      const pairing = sums[1] > sums[0] ? 1 : 0;
      // Ties are left out: float32 decides them either way.
      if (Math.abs(sums[1] - sums[0]) < 1e-3) continue;
      const from = (2 * i + pairing) * S;
      const top = Math.max(...of[pairing]);
      const shares = of[pairing].map((one) => Math.exp(one - top));
      const total = shares.reduce((sum, one) => sum + one, 0);
      const distance = shares.map((share, s) => {
        if (share < Math.exp(-4)) return Infinity;
        return q.reduce((sum, column) => {
          const mean = shares.reduce((all, one, t) => all + one * column[from + t], 0) / total;
          return sum + (column[from + s] - mean) ** 2;
        }, 0);
      });
      const [first, second] = [...distance].sort((one, two) => one - two);
      if (second < 1.01 * first + 1e-4) continue;
      ++checked;
      expect(columns.pairing[i]).toBe(pairing);
      const at = from + distance.indexOf(first);
      // Branch 1 of the frame is one of the file's.
      const both = [columns.m_A1[i], columns.m_A2[i]].map((one) => Math.abs(one - 150 * m[at]));
      if (Math.min(...both) < 0.01) ++close;
    }
    // Draws that find the same solution are ties.
    expect(checked).toBeGreaterThan(0.4 * N);
    // Float32 masses of some TeV; a few events are boosted.
    expect(close).toBeGreaterThan(0.99 * checked);
    tensors.forEach((tensor) => tensor.dispose());
    model.dispose();
  });

  it('gives the same for equivalent events: b1 and b2 exchanged', async () => {
    const plain = await solved(PLAIN, events);
    const other = await solved(PLAIN, exchangedB());
    const same = plain.columns.pairing.filter((p, i) => p !== other.columns.pairing[i]).length;
    // The frame is that of a1 and a2, so the rows are the same numbers in another order.
    expect(same).toBe(N);
    for (const name of ['k1_pz', 'k2_E', 'm_A1', 'm_B2', 'log_density']) {
      const { far } = differences(plain.columns[name], other.columns[name], 1e-3);
      expect(far, name).toBe(0);
    }
  });

  it('turns and is reflected with the event, and exchanges with its branches', async () => {
    const plain = await solved(PLAIN, events);
    const { moved, back } = movedEvents();
    const other = await solved(PLAIN, moved);
    for (const role of ['k1', 'k2'] as const) {
      const expected = fourMomenta(plain, role);
      const received = back(fourMomenta(other, role === 'k1' ? 'k2' : 'k1'));
      for (const part of ['e', 'px', 'py', 'pz'] as const) {
        const { median, far } = differences(received[part], expected[part], 0.1);
        expect(median).toBeLessThan(2e-3);
        // Float32 decides ties of draws.
        expect(far).toBeLessThan(0.02);
      }
    }
  });

  it('gives an event the same alone', async () => {
    const { columns } = await solved(PLAIN, events);
    for (const i of [0, 123, 399]) {
      const one = Object.entries(events.columns).map(([name, all]) => [name, all.slice(i, i + 1)]);
      const alone = await solved(PLAIN, { length: 1, columns: Object.fromEntries(one) as never });
      for (const name of ['k1_px', 'k2_pz', 'm_A2', 'log_density', 'pairing']) {
        // Matrices of another height may round differently.
        expect(alone.columns[name][0]).toBeCloseTo(columns[name][i], 2);
      }
    }
  });

  it('takes energies of smeared particles from the draw: pTmiss moves with them, masses know them', async () => {
    const batch = await solved(SMEARED, events);
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    const { pairing } = batch.columns;
    const a = [fourMomenta(events, 'a1'), fourMomenta(events, 'a2')];
    const b = [fourMomenta(events, 'b1'), fourMomenta(events, 'b2')];
    const [x, y] = ['ptmiss_x', 'ptmiss_y'].map((name) => float64Column(events, name));
    let moved = 0;
    for (let i = 0; i < N; ++i) {
      // b is not smeared: (k + b)² = m_B². What a was taken to be follows from m_A² = (k + b + s a)².
      const scales = [k1, k2].map((k, branch) => {
        const other = b[branch === pairing[i] ? 0 : 1];
        const [q, p] = [sum(at(k, i), at(other, i)), at(a[branch], i)];
        expect(batch.columns[`m_B${branch + 1}`][i]).toBeCloseTo(Math.sqrt(dot(q, q)), 7);
        const heavy = batch.columns[`m_A${branch + 1}`][i];
        return root(dot(p, p), 2 * dot(p, q), dot(q, q) - heavy * heavy);
      });
      const shift = (axis: 'px' | 'py'): number =>
        a.reduce((all, one, branch) => all + (1 - scales[branch]) * one[axis][i], 0);
      moved = Math.max(moved, Math.abs(shift('px')));
      // A quadratic equation of masses of a TeV.
      expect(k1.px[i] + k2.px[i]).toBeCloseTo(x[i] + shift('px'), 5);
      expect(k1.py[i] + k2.py[i]).toBeCloseTo(y[i] + shift('py'), 5);
    }
    expect(moved).toBeGreaterThan(10);
  });

  it('lets pTmiss be what was drawn where it has a resolution, and keeps m_C', async () => {
    const batch = await solved(densityDescription({ ptmissResolution: 20 }), events);
    const [k1, k2] = ['k1', 'k2'].map((role) => fourMomenta(batch, role));
    const sums = k1.px.map((x, i) => x + k2.px[i]);
    const { median, far } = differences(sums, float64Column(events, 'ptmiss_x'), 200);
    // Draws of some standard deviations of 20 GeV.
    expect(median).toBeGreaterThan(1);
    expect(far).toBeLessThan(0.02);
    for (const m of [...sumMass([k1]), ...sumMass([k2])]) expect(m).toBeCloseTo(700, 7);
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await solved(SMEARED, events);
    expect(memory().numTensors).toBe(before);
  });
});

describe('predictionNoise', () => {
  it('is of unit width, the same for the same seed, and another for another', () => {
    const noise = { ...PLAIN.solving, draws: 5000 };
    const values = predictionNoise(noise, 4);
    expect(values).toHaveLength(20_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / 20_000;
    const square = values.reduce((sum, value) => sum + value * value, 0) / 20_000;
    // 5 standard deviations: 0.0071 and 0.01 each.
    expect(Math.abs(mean)).toBeLessThan(0.036);
    expect(Math.abs(square - 1)).toBeLessThan(0.05);
    expect(predictionNoise(noise, 4)).toEqual(values);
    expect(predictionNoise({ ...noise, seed: 4 }, 4)).not.toEqual(values);
  });
});

function canonical(description: DensityDescription) {
  const visible = Object.fromEntries(ROLES.map((role) => [role, fourMomenta(events, role)]));
  const ptmiss = { px: float64Column(events, 'ptmiss_x'), py: float64Column(events, 'ptmiss_y') };
  return toCanonicalFrame(visible, ptmiss, frameSettings(description));
}

type Momenta = ReturnType<typeof fourMomenta>;
type Four = readonly [number, number, number, number];

/** The events turned by 1 rad, reflected in y and z, the branches exchanged; a boost would be another event. */
function movedEvents(): { moved: EventBatch; back: (p: Momenta) => Momenta } {
  const [cosine, sine] = [Math.cos(1), Math.sin(1)];
  const forth = ({ e, px, py, pz }: Momenta): Momenta => ({
    e,
    px: px.map((value, i) => cosine * value - sine * py[i]),
    py: py.map((value, i) => -(cosine * value + sine * px[i])),
    pz: pz.map((value) => -value),
  });
  // A reflection about a line is its own inverse.
  const back = forth;
  const columns: Record<string, Float64Array> = {};
  const across = { a1: 'a2', a2: 'a1', b1: 'b2', b2: 'b1' } as const;
  for (const role of ROLES) {
    const { e, px, py, pz } = forth(fourMomenta(events, across[role]));
    Object.assign(columns, { [`${role}_E`]: e, [`${role}_px`]: px });
    Object.assign(columns, { [`${role}_py`]: py, [`${role}_pz`]: pz });
  }
  const [x, y] = ['ptmiss_x', 'ptmiss_y'].map((name) => float64Column(events, name));
  const zero = new Float64Array(N);
  const { px, py } = forth({ e: zero, px: x, py: y, pz: zero });
  return { moved: withColumns({ ...columns, ptmiss_x: px, ptmiss_y: py }), back };
}

function at({ e, px, py, pz }: Momenta, i: number): Four {
  return [e[i], px[i], py[i], pz[i]];
}

function sum(p: Four, q: Four): Four {
  return [p[0] + q[0], p[1] + q[1], p[2] + q[2], p[3] + q[3]];
}

function dot(p: Four, q: Four): number {
  return p[0] * q[0] - p[1] * q[1] - p[2] * q[2] - p[3] * q[3];
}

/** The root of a s² + b s + c near −c/b, for a small a. */
function root(a: number, b: number, c: number): number {
  return (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
}
