import type { Evaluation } from '@deelema/records';
import { frozenEvaluation } from '../../support/frozen-evaluation.ts';

/** Text that ends what it stands in wherever it is not escaped, and runs the other way. */
export const HARD_TEXT = `</title></script><script>alert(1)</script> "a" & 'b' ]]> \u05e2\u05d1\u05e8\u05d9\u05ea \u{1d5c6}`;

/** The frozen evaluation with a sample that is hard to write, and beside made-up numbers of a publication. */
export function toldEvaluation(): Evaluation {
  const unit = 'GeV';
  return {
    ...frozenEvaluation(),
    sample: HARD_TEXT,
    published: {
      source: HARD_TEXT,
      numbers: [
        {
          ...{ quantity: 'auxiliary.mA', title: 'm̃_A', unit, value: 1000.4, ours: 1001 },
          ...{ error: null, difference: 0.6, relative: 0.6 / 1000.4, sigmas: null },
        },
        {
          ...{ quantity: 'likelihood.mB', title: 'm_B, likelihood', unit, value: 799.5 },
          ...{ ours: 800.3, error: 0.6, difference: 0.8, relative: 0.8 / 799.5, sigmas: 0.8 / 0.6 },
        },
      ],
    },
  };
}
