import { util } from '@tensorflow/tfjs-core';
import { reduce } from '../graph/operators.ts';
import { define } from './define.ts';

interface ReductionAttributes {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

const REDUCTIONS: Readonly<Record<string, string>> = {
  Sum: 'ReduceSum',
  Mean: 'ReduceMean',
  Max: 'ReduceMax',
  Min: 'ReduceMin',
};

for (const [kernel, operator] of Object.entries(REDUCTIONS)) {
  define<ReductionAttributes>(kernel, ({ x }, { axis, keepDims }) =>
    reduce(operator, x, { axes: util.parseAxisParam(axis, [...x.shape]), keepDims })
  );
}
