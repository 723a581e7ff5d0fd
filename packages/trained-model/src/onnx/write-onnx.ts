import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Weight } from '@deelema/deelema';
import { visibleRoles } from '@deelema/deelema';
import { exportOnnx, useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import type { ExportedFunction } from '@deelema/tfjs-onnxruntime';
import type { ModelDescription } from '../record/model-schema.ts';
import { densityGraph } from './density-graph.ts';
import { paperGraph } from './paper-graph.ts';

/** A model as a function of tensors. */
export interface ModelGraph {
  readonly fn: ExportedFunction;
  dispose(): void;
}

const BACKEND = 'onnxruntime';

/**
 * Writes a model as an ONNX file that takes events as they are measured.
 *
 *     visible [n, V, 4], ptmiss [n, 2]  →  k1 [n, 4], k2 [n, 4], masses [n, shells], pairing [n]
 *
 * and of the recipe `deelema` log_density [n]; float32, GeV, in the laboratory, roles as `visibleRoles`, masses as
 * `massShells`, pairing int32.
 *
 * @param path Of the file.
 * @param record What the model is.
 * @param weights Of its network.
 * @returns False if ONNX Runtime does not load here; nothing is written then.
 */
export async function writeOnnx(
  path: string,
  record: ModelDescription,
  weights: readonly Weight[]
): Promise<boolean> {
  const before = getBackend() as string | undefined;
  if (before !== BACKEND && !(await canStart())) return false;
  try {
    const graph =
      record.recipe === 'paper' ? paperGraph(record, weights) : densityGraph(record, weights);
    const visible = { shape: ['events', visibleRoles(record.topology).length, 4] };
    try {
      await exportOnnx(graph.fn, { visible, ptmiss: { shape: ['events', 2] } }, path);
    } finally {
      graph.dispose();
    }
  } finally {
    if (before && before !== BACKEND) await setBackend(before);
  }
  return true;
}

async function canStart(): Promise<boolean> {
  try {
    await useOnnxRuntime();
    return true;
  } catch {
    return false;
  }
}
