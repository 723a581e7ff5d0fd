import { memory, tensor2d, tidy, variableGrads, mean, square } from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNetwork, initialWeights, weightSpecs } from '../src/index.ts';
import type { Architecture } from '../src/index.ts';
import { BACKENDS, take, useBackend } from './backends.ts';

const SMALL: Architecture = {
  inputs: 3,
  layers: 2,
  width: 4,
  outputs: 2,
  batchNormalisation: false,
};

/** The default of the authors' public code: 16 → 256, five 256 → 256, 256 → 4. */
const PUBLISHED: Architecture = { ...SMALL, inputs: 16, layers: 6, width: 256, outputs: 4 };

/** A source of numbers that are never the same: 1/7, 2/7, … modulo 1. */
function counting(): () => number {
  let i = 0;
  return () => (++i / 7) % 1;
}

const count = (architecture: Architecture): number =>
  weightSpecs(architecture)
    .filter(({ trainable }) => trainable)
    .reduce((total, { shape }) => total + shape.reduce((a, b) => a * b), 0);

describe('weightSpecs', () => {
  it('gives the network of the public code 334 340 weights', () => {
    // 17 · 256 + 5 · 257 · 256 + 257 · 4
    expect(count(PUBLISHED)).toBe(334_340);
  });

  it('adds scale and shift, and running statistics that are not trained, for batch normalisation', () => {
    const plain = weightSpecs(SMALL).length;
    const normalised = weightSpecs({ ...SMALL, batchNormalisation: true });
    expect(normalised).toHaveLength(plain + 2 * 4);
    const untrained = normalised.filter(({ trainable }) => !trainable).map(({ name }) => name);
    expect(untrained).toEqual([
      'hidden1/mean',
      'hidden1/variance',
      'hidden2/mean',
      'hidden2/variance',
    ]);
  });
});

describe('initialWeights', () => {
  it('fills (−1/√n, 1/√n) evenly, n inputs, as PyTorch’s Linear does', () => {
    let seed = 1;
    // Park–Miller: good enough for a flat histogram.
    const uniform = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const [, , weights] = initialWeights(PUBLISHED, () => uniform);
    expect(weights.name).toBe('hidden2/weights');
    const bound = 1 / 16;
    const variance = weights.values.reduce((total, w) => total + w * w, 0) / 65536;
    expect(Math.max(...weights.values.map(Math.abs))).toBeLessThanOrEqual(bound);
    // The variance of a flat distribution is bound²/3; of 65 536 numbers known to 0.35 % (one σ).
    expect(Math.abs(variance / (bound ** 2 / 3) - 1)).toBeLessThan(0.0175);
  });

  it('asks for one source per layer, so that further layers leave the first as they were', () => {
    const names: string[] = [];
    const source = (layer: string) => {
      names.push(layer);
      return counting();
    };
    const two = initialWeights(SMALL, source);
    expect(names).toEqual(['hidden1', 'hidden2', 'output']);
    const three = initialWeights({ ...SMALL, layers: 3 }, counting);
    expect(three.slice(0, 4)).toEqual(two.slice(0, 4));
  });

  it('starts batch normalisation as the identity', () => {
    const weights = initialWeights({ ...SMALL, batchNormalisation: true }, counting);
    const values = (name: string) => [...(weights.find((w) => w.name === name)?.values ?? [])];
    expect(values('hidden1/scale')).toEqual([1, 1, 1, 1]);
    expect(values('hidden1/variance')).toEqual([1, 1, 1, 1]);
    expect(values('hidden1/shift')).toEqual([0, 0, 0, 0]);
    expect(values('hidden1/mean')).toEqual([0, 0, 0, 0]);
  });
});

describe.each(BACKENDS)('createNetwork on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('gives back the weights that it was made from', async () => {
    const weights = initialWeights({ ...SMALL, batchNormalisation: true }, counting);
    const network = createNetwork({ ...SMALL, batchNormalisation: true }, weights);
    expect(await network.weights()).toEqual(weights);
    network.dispose();
  });

  it('treats each event by itself', async () => {
    const network = createNetwork(SMALL, initialWeights(SMALL, counting));
    const rows = [
      [1, 2, 3],
      [-1, 0.5, 2],
    ];
    const together = await take(network.forward(tensor2d(rows)));
    const apart = [
      ...(await take(network.forward(tensor2d([rows[0]])))),
      ...(await take(network.forward(tensor2d([rows[1]])))),
    ];
    expect([...together]).toEqual(apart);
    network.dispose();
  });

  it.each([false, true])('reaches every trainable weight, batch normalisation %s', async (on) => {
    const architecture = { ...SMALL, batchNormalisation: on };
    const network = createNetwork(architecture, initialWeights(architecture, counting));
    const x = tensor2d([
      [1, 2, 3],
      [-1, 0.5, 2],
      [0.1, 0.2, -0.3],
    ]);
    const loss = () => mean<Scalar>(square(network.forward(x, true)));
    const { grads } = variableGrads(loss, [...network.trainable]);
    expect(Object.keys(grads)).toHaveLength(network.trainable.length);
    for (const gradient of Object.values(grads)) {
      expect([...(await take(gradient))].every(Number.isFinite)).toBe(true);
    }
    network.dispose();
  });

  it('keeps no tensors but its weights', () => {
    const before = memory().numTensors;
    const network = createNetwork(SMALL, initialWeights(SMALL, counting));
    tidy(() => void network.forward(tensor2d([[1, 2, 3]])));
    expect(memory().numTensors - before).toBe(6);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('createNetwork', () => {
  it('refuses weights of another architecture, naming the first that does not fit', () => {
    const weights = initialWeights(SMALL, counting);
    expect(() => createNetwork({ ...SMALL, width: 5 }, weights)).toThrow(
      'createNetwork: weight array 0 is hidden1/weights [3,4] with 12 values, expected hidden1/weights [3,5] with 15.'
    );
    expect(() => createNetwork({ ...SMALL, layers: 3 }, weights)).toThrow(
      'createNetwork: received 6 weight arrays, expected 8.'
    );
  });
});
