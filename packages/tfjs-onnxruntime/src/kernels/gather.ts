import { backend_util, util } from '@tensorflow/tfjs-core';
import { apply, cast, fill, gather, reshape, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { places, within } from './positions.ts';
import { infoOf } from './tensor-info.ts';

interface GatherAttributes {
  readonly axis: number;
  readonly batchDims?: number;
}

define<GatherAttributes>('GatherV2', ({ x, indices }, { axis, batchDims = 0 }) => {
  const [along] = util.parseAxisParam(axis, [...x.shape]);
  const rows = x.shape[along];
  const positions = within(
    indices,
    rows,
    (value) => `GatherV2: the index value ${value} is not in [0, ${rows - 1}]`
  );
  const { batchSize, outerSize, dimSize, sliceSize, outputShape } =
    backend_util.segment_util.collectGatherOpShapeInfo(
      infoOf(x),
      infoOf(indices),
      along,
      batchDims
    );
  if (batchDims === 0) return gather(x, positions, along);
  if (sizeOf(outputShape) === 0) return fill(0, outputShape, x.dtype);
  const stacked = reshape(x, [batchSize, outerSize, dimSize, sliceSize]);
  const chosen = sizeOf(indices.shape) / batchSize;
  return reshape(gatherInBatches(stacked, reshape(positions, [batchSize, chosen])), outputShape);
});

/** [b, o, d, s] at positions [b, i] of its third axis: [b, o, i, s]. */
function gatherInBatches(x: GraphNode, positions: GraphNode): GraphNode {
  const [batches, outer, , inner] = x.shape;
  const chosen = positions.shape[1];
  const indices = reshape(cast(positions, 'int64'), [batches, chosen, 1]);
  const swapped = transpose(x, [0, 2, 1, 3]);
  const shape = [batches, chosen, outer, inner];
  const found = apply('GatherND', [swapped, indices], shape, x.dtype, IN_BATCHES);
  return transpose(found, [0, 2, 1, 3]);
}

const IN_BATCHES = { batch_dims: 1 };

define('GatherNd', ({ params, indices }) => {
  const [shape] = backend_util.prepareAndValidate(infoOf(params), infoOf(indices));
  const depth = indices.shape.at(-1)!;
  const slice = params.shape.slice(depth);
  const rows = reshape(params, [sizeOf(params.shape.slice(0, depth)), ...slice]);
  return reshape(gather(rows, places(indices, params.shape.slice(0, depth)), 0), shape);
});
