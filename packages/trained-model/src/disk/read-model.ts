import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { weightSpecs } from '@deelema/deelema';
import type { Weight } from '@deelema/deelema';
import { InputError } from '@deelema/events';
import { z } from 'zod';
import { checkRecord } from '../record/check-record.ts';
import { MODEL_VERSION, modelSchema } from '../record/model-schema.ts';
import type { ModelRecord } from '../record/model-schema.ts';
import { decodeWeights, weightBytes } from '../record/weights-layout.ts';
import { digestOf } from './digest.ts';
import type { Digest } from './digest.ts';
import { MODEL_FILES } from './file-names.ts';

/** A model as it was stored. */
export interface StoredModel {
  readonly record: ModelRecord;
  /** Of its network, in the order of `weightSpecs`. */
  readonly weights: readonly Weight[];
}

/** How to mend a directory that is not what was written. */
const AGAIN = 'copy the whole directory again, or run train again';

/**
 * Reads a model that `writeModelDirectory` stored, and checks every byte of it.
 *
 * @param dir The directory.
 * @throws InputError if it is no directory, a file is missing or altered, the model is of another version,
 *  or its arrays do not fit its network.
 */
export async function readModelDirectory(dir: string): Promise<StoredModel> {
  const there = await stat(dir).catch(() => undefined);
  if (!there?.isDirectory()) {
    const what = there ? 'is a file' : 'does not exist';
    throw new InputError(
      `${dir} ${what}, expected the directory of a model with ${Object.values(MODEL_FILES).join(', ')}.`,
      { exitCode: 2 }
    );
  }
  const text = await contentOf(dir, MODEL_FILES.model);
  const record = parseRecord(join(dir, MODEL_FILES.model), Buffer.from(text).toString('utf8'));
  const { weights, onnx } = record.files;
  const bytes = await checkedContent(dir, MODEL_FILES.weights, weights);
  if (onnx !== null) await checkedContent(dir, MODEL_FILES.onnx, onnx);
  const specs = weightSpecs(record.architecture);
  if (bytes.length !== weightBytes(specs)) {
    throw new InputError(
      `${join(dir, MODEL_FILES.weights)} has ${bytes.length} bytes, expected ${weightBytes(specs)} for the arrays of the network; ${AGAIN}.`
    );
  }
  return { record, weights: decodeWeights(specs, bytes) };
}

async function contentOf(dir: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(dir, name));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const what = missing ? `${dir} has no ${name}` : `${join(dir, name)} cannot be read`;
    throw new InputError(
      `${what}: the model is not whole${missing ? '' : ` (${(error as Error).message})`}; ${AGAIN}.`,
      { cause: error }
    );
  }
}

async function checkedContent(dir: string, name: string, expected: Digest): Promise<Uint8Array> {
  const content = await contentOf(dir, name);
  const received = digestOf(content);
  if (received.bytes !== expected.bytes) {
    throw new InputError(
      `${join(dir, name)} has ${received.bytes} bytes, expected ${expected.bytes}: it was altered; ${AGAIN}.`
    );
  }
  if (received.sha256 !== expected.sha256) {
    throw new InputError(
      `${join(dir, name)} has the SHA-256 ${received.sha256}, expected ${expected.sha256}: it was altered; ${AGAIN}.`
    );
  }
  return content;
}

function parseRecord(path: string, text: string): ModelRecord {
  const value = parseJson(text);
  const version = (value as { schemaVersion?: unknown } | null | undefined)?.schemaVersion;
  if (version !== undefined && version !== MODEL_VERSION) {
    throw new InputError(
      `${path} is of version ${JSON.stringify(version)}, expected ${MODEL_VERSION}; update deelema, or train the model again.`
    );
  }
  const result = modelSchema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      `${path} is not what train writes; ${AGAIN}:\n${z.prettifyError(result.error)}.`
    );
  }
  try {
    checkRecord(result.data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = error.message.replace(/\.$/, '');
    throw new InputError(`${path} does not hang together: ${reason}; ${AGAIN}.`, { cause: error });
  }
  return result.data;
}

/** Undefined, which no schema takes, if the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
