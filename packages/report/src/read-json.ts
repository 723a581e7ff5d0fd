import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';

/**
 * Reads a JSON file that an earlier stage wrote.
 *
 * @param path The file.
 * @param schema What must be in it.
 * @param stage The stage that writes it, for the message.
 * @throws Error with `exitCode` 1 if the file is something else.
 */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  stage: string
): Promise<z.output<Schema>> {
  const result = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (result.success) return result.data;
  const issues = z.prettifyError(result.error);
  const message = `${basename(path)} is not what ${stage} writes, run ${stage} again:\n${issues}.`;
  throw Object.assign(new Error(message), { exitCode: 1 });
}
