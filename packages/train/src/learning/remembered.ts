import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * The result of a computation, from a file if an earlier run left it there.
 *
 * @param path Of the file, JSON; written under a temporary name and renamed.
 * @param key What the result depends on, as one string: results of others are passed over.
 * @param schema Of the result: numbers, texts and lists, nothing that JSON does not know.
 * @param compute Gives the result where no file does.
 */
export async function remembered<Schema extends z.ZodType>(
  path: string,
  key: string,
  schema: Schema,
  compute: () => Promise<z.output<Schema>>
): Promise<z.output<Schema>> {
  const found = read(path, key, schema);
  if (found !== undefined) return found;
  const value = await compute();
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, JSON.stringify({ key, value }));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return value;
}

function read<Schema extends z.ZodType>(
  path: string,
  key: string,
  schema: Schema
): z.output<Schema> | undefined {
  try {
    const { key: whose, value } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return whose === key ? schema.safeParse(value).data : undefined;
  } catch {
    return undefined;
  }
}
