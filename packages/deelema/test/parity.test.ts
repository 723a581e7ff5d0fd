import {
  addN,
  neg,
  scalar,
  stack,
  tensor2d,
  unstack,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  COMPLETIONS,
  DISTANCES,
  auxiliaryMasses,
  batchLoss,
  branchMasses,
  createNetwork,
  eventLosses,
  exchangeB,
  pairingBlindLosses,
  tensorColumns,
  visibleMomenta,
} from '../src/index.ts';
import type { DistanceName, InvisibleMomenta, Momenta, Network } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';
import { ARCHITECTURE, TABLE, tableWeights } from './parity-table.ts';

// The reference is PyTorch autograd in float64, ours is float32 with a relative precision of 6e-8 per
// operation; differences of energies and momenta up to 3 TeV that leave masses of 0.7 TeV lose a
// factor of about 20, sums over a few dozen terms the rest. Relative to the largest value of each
// quantity everything stays below 1e-5 (below 1e-6 where this was written); a wrong sign or a
// forgotten term is a change of order 1.
const TOLERANCE = 1e-5;

const DISTANCE_NAMES = Object.keys(DISTANCES) as DistanceName[];

function completed(network: Network, x: Tensor2D): InvisibleMomenta<Tensor1D> {
  const outputs = unstack(network.forward(x), 1) as Tensor1D[];
  const { a1, a2, b1, b2 } = visibleMomenta(x);
  const minusSum = (key: 'px' | 'py'): Tensor1D => neg(addN([a1[key], a2[key], b1[key], b2[key]]));
  const known = { ptmiss: { px: minusSum('px'), py: minusSum('py') }, mC: TABLE.mC };
  return COMPLETIONS.exact.complete(tensorColumns, outputs, known);
}

function setup() {
  const network = createNetwork(ARCHITECTURE, tableWeights());
  const deltaA = variable(scalar(TABLE.deltaA));
  const deltaB = variable(scalar(TABLE.deltaB));
  const auxiliary = () => auxiliaryMasses(TABLE.mC, deltaA, deltaB);
  const lossesOf = (distance: DistanceName) => (x: Tensor2D) =>
    eventLosses(
      branchMasses(visibleMomenta(x), completed(network, x)),
      auxiliary(),
      DISTANCES[distance]
    );
  return { network, deltaA, deltaB, auxiliary, lossesOf, x: tensor2d(TABLE.x) };
}

const rows = ({ e, px, py, pz }: Momenta<Tensor1D>) => stack([e, px, py, pz], 1);

describe.each(BACKENDS)('agreement with PyTorch 1.13 autograd in float64, on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('network outputs and completed momenta', async () => {
    const { network, x } = setup();
    const output = network.forward(x);
    expect(output.shape).toEqual([6, 4]);
    expect(relativeError(await take(output), TABLE.output.flat())).toBeLessThan(TOLERANCE);
    const { q1, q2 } = completed(network, x);
    expect(relativeError(await take(rows(q1)), TABLE.q1.flat())).toBeLessThan(TOLERANCE);
    expect(relativeError(await take(rows(q2)), TABLE.q2.flat())).toBeLessThan(TOLERANCE);
  });

  it('reconstructed and auxiliary masses', async () => {
    const { network, x, auxiliary } = setup();
    const masses = branchMasses(visibleMomenta(x), completed(network, x));
    for (const key of ['mA1', 'mA2', 'mB1', 'mB2'] as const) {
      expect(relativeError(await take(masses[key]), TABLE[key]), key).toBeLessThan(TOLERANCE);
    }
    const { mA, mB } = auxiliary();
    expect(relativeError(await take(mA), [TABLE.auxA])).toBeLessThan(TOLERANCE);
    expect(relativeError(await take(mB), [TABLE.auxB])).toBeLessThan(TOLERANCE);
  });

  it.each(DISTANCE_NAMES)('loss and all gradients, distance %s', async (distance) => {
    const { network, deltaA, deltaB, lossesOf, x } = setup();
    const variables = [...network.trainable, deltaA, deltaB];
    const { value, grads } = variableGrads(() => batchLoss(lossesOf(distance)(x)), variables);
    const expected = TABLE.losses[distance];
    expect(relativeError(await take(value), [expected.loss])).toBeLessThan(TOLERANCE);
    const gradients = [
      ...expected.gradW.flatMap((W, layer) => [W.flat(), expected.gradb[layer]]),
      [expected.gradDeltaA],
      [expected.gradDeltaB],
    ];
    expect(gradients).toHaveLength(variables.length);
    for (const [i, v] of variables.entries()) {
      const error = relativeError(await take(grads[v.name]), gradients[i]);
      expect(error, `gradient ${i}, shape ${v.shape.join()}`).toBeLessThan(TOLERANCE);
    }
  });

  it('pairing-blind loss, its gradients with respect to δ, and both losses of each event', async () => {
    const { deltaA, deltaB, lossesOf, x } = setup();
    const expected = TABLE.pairingBlindL1;
    const lossesInL1 = lossesOf('l1');
    for (const [pairing, events] of [x, exchangeB(x)].entries()) {
      const losses = await take(lossesInL1(events));
      expect(relativeError(losses, expected.perEvent[pairing])).toBeLessThan(TOLERANCE);
    }
    const loss = () => batchLoss(pairingBlindLosses(lossesInL1, x));
    const { value, grads } = variableGrads(loss, [deltaA, deltaB]);
    expect(relativeError(await take(value), [expected.loss])).toBeLessThan(TOLERANCE);
    const gradients = [expected.gradDeltaA, expected.gradDeltaB];
    for (const [i, delta] of [deltaA, deltaB].entries()) {
      const gradient = await take(grads[delta.name]);
      expect(relativeError(gradient, [gradients[i]])).toBeLessThan(TOLERANCE);
    }
  });
});
