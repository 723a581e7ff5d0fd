import { unary } from '../graph/operators.ts';
import { define } from './define.ts';

define<{ dim: number }>('Softmax', ({ logits }, { dim }) => {
  const rank = logits.shape.length;
  if (rank === 0 || (dim !== -1 && dim !== rank - 1)) {
    throw new Error(
      `Softmax: received dim ${dim} of a tensor of rank ${rank}, expected the last one.`
    );
  }
  return unary('Softmax', logits, LAST);
});

const LAST = { axis: -1 };
