import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '@deelema/events';
import { z } from 'zod';
import { toJson } from './to-json.ts';

/**
 * Reads a JSON document that another stage wrote.
 *
 * @param path The file.
 * @param schema What must be in it.
 * @param stage The stage that writes it, for the message.
 * @throws InputError if the file is no JSON, or something else than that stage writes.
 */
export async function readRecord<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  stage: string
): Promise<z.output<Schema>> {
  const text = await readFile(path, 'utf8');
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const issues = z.prettifyError(result.error);
  throw new InputError(
    `${basename(path)} is not what ${stage} writes; run ${stage} again:\n${issues}.`
  );
}

/** Undefined, which no schema takes, if the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Writes a JSON document for other stages, after checking it: what is not in the schema is a bug, not a file.
 *
 * @param path The file.
 * @param schema What must be in it.
 * @param value The document.
 * @throws ZodError if the document does not satisfy the schema.
 */
export async function writeRecord<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  value: z.input<Schema>
): Promise<void> {
  await writeFile(path, toJson(schema.parse(value)));
}
