import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Weight } from '@deelema/deelema';
import { weightSpecs } from '@deelema/deelema';
import { replaceFile } from '@deelema/events';
import { writeRecord } from '@deelema/records';
import { writeOnnx } from '../onnx/write-onnx.ts';
import { checkRecord, checkWeights } from '../record/check-record.ts';
import { MODEL_VERSION, modelSchema } from '../record/model-schema.ts';
import type { ModelDescription, ModelRecord } from '../record/model-schema.ts';
import { encodeWeights, weightLayout } from '../record/weights-layout.ts';
import { digestOf } from './digest.ts';
import type { Digest } from './digest.ts';
import { MODEL_FILES } from './file-names.ts';

/**
 * Stores a trained model as a directory: `weights.bin`, `model.onnx` and, last, `model.json`, which
 * holds size and SHA-256 of the others.
 *
 * The bytes follow from the model alone. Where ONNX Runtime does not load there is no `model.onnx`, and
 * `files.onnx` is null. The backend of TensorFlow.js is the same afterwards.
 *
 * @param dir The directory; made if it is not there, its files of these names are replaced.
 * @param description What the model is.
 * @param weights Of its network, in the order of `weightSpecs`.
 * @returns What stands in `model.json`.
 * @throws RangeError or ZodError if the parts do not fit each other.
 * @throws InputError if the disk refuses.
 */
export async function writeModelDirectory(
  dir: string,
  description: ModelDescription,
  weights: readonly Weight[]
): Promise<ModelRecord> {
  checkWeights(weightSpecs(description.architecture), weights);
  const bytes = encodeWeights(weights);
  const nothing = { weights: digestOf(bytes), onnx: null };
  const draft = recordOf(description, nothing);
  await mkdir(dir, { recursive: true });
  await replaceFile(join(dir, MODEL_FILES.weights), (path) => writeFile(path, bytes));
  const onnx = await storeOnnx(join(dir, MODEL_FILES.onnx), draft, weights);
  const record = recordOf(description, { ...nothing, onnx });
  await replaceFile(join(dir, MODEL_FILES.model), (path) => writeRecord(path, modelSchema, record));
  return record;
}

function recordOf(description: ModelDescription, files: ModelRecord['files']): ModelRecord {
  const { architecture } = description;
  const record = modelSchema.parse({
    schemaVersion: MODEL_VERSION,
    ...description,
    architecture: { ...architecture, activation: 'GELU (tanh approximation)' },
    weights: {
      type: 'float32',
      byteOrder: 'little-endian',
      arrays: weightLayout(weightSpecs(architecture)),
    },
    files,
  });
  checkRecord(record);
  return record;
}

/** Null where there can be none; one of an earlier model must not stay then. */
async function storeOnnx(
  path: string,
  record: ModelRecord,
  weights: readonly Weight[]
): Promise<Digest | null> {
  if (await writeOnnx(path, record, weights)) return digestOf(await readFile(path));
  await rm(path, { force: true });
  return null;
}
