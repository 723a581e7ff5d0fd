import { util } from '@tensorflow/tfjs-core';
import { concat, cumSum, elementwise, fill, slice } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { asNumbers } from './number-types.ts';

interface CumulativeAttributes {
  readonly axis: number;
  readonly exclusive: boolean;
  readonly reverse: boolean;
}

define<CumulativeAttributes>('Cumsum', ({ x }, { axis, exclusive, reverse }) => {
  const [along] = util.parseAxisParam(axis, [...x.shape]);
  return cumSum(asNumbers(x), along, { exclusive, reverse });
});

// Products of 1, 2, 4, 8, … elements, each from two of the half as many before: ONNX has no operator for it.
define<CumulativeAttributes>('Cumprod', ({ x }, { axis, exclusive, reverse }) => {
  const [along] = util.parseAxisParam(axis, [...x.shape]);
  let products = asNumbers(x);
  for (let many = 1; many < x.shape[along]; many *= 2) {
    products = elementwise('Mul', [products, moved(products, along, reverse ? -many : many)]);
  }
  return exclusive ? moved(products, along, reverse ? -1 : 1) : products;
});

/** Elements moved towards the end of an axis (the beginning, if negative), ones in the places that become free. */
function moved(x: GraphNode, axis: number, by: number): GraphNode {
  const length = x.shape[axis];
  const places = Math.min(Math.abs(by), length);
  const sized = (n: number): number[] => x.shape.map((all, i) => (i === axis ? n : all));
  const begin = x.shape.map((_, i) => (i === axis && by < 0 ? places : 0));
  const kept = sized(length - places);
  const end = begin.map((start, i) => start + kept[i]);
  const rest = slice(x, begin, end, kept);
  const ones = fill(1, sized(places), x.dtype);
  return concat(by < 0 ? [rest, ones] : [ones, rest], axis);
}
