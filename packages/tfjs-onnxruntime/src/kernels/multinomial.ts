import { randomUniform, tidy } from '@tensorflow/tfjs-core';
import { cumSum, expand, fill, slice, unary } from '../graph/operators.ts';
import { leaf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { searchSorted } from './search.ts';

interface MultinomialAttributes {
  readonly numSamples: number;
  readonly seed: number;
  readonly normalized: boolean;
}

// The same random numbers as on the cpu backend, and for each row the same ones again. The choice is another one
// only where a random number lies within rounding of a border between two outcomes.
define<MultinomialAttributes>('Multinomial', ({ logits }, { numSamples, seed, normalized }) => {
  const probabilities = normalized ? logits : unary('Softmax', logits, { axis: -1 });
  const [rows, outcomes] = logits.shape;
  const shape = [rows, numSamples];
  if (outcomes <= 1) return fill(0, shape, 'int32');
  // The last outcome is what is left when the others did not happen.
  const others = [rows, outcomes - 1];
  const borders = cumSum(slice(probabilities, [0, 0], others, others), 1, {
    exclusive: false,
    reverse: false,
  });
  return searchSorted(borders, expand(uniform(numSamples, seed), shape), 'right');
});

function uniform(n: number, seed: number): GraphNode {
  const values = tidy(() => randomUniform([n], 0, 1, 'float32', seed).dataSync<'float32'>());
  return leaf(values, [1, n], 'float32', { fromHost: true });
}
