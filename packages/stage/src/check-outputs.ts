import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, openEvents } from '@deelema/events';
import { stageEntry } from '@deelema/workflow';

/**
 * Checks that a stage has written what it declares: regular files, event files with the columns that later stages
 * read. A stage may be anybody's program, and what it leaves is cached.
 *
 * @param stage The stage.
 * @param dir The folder it wrote to.
 * @throws InputError naming the stage, the file and what is wrong with it.
 */
export async function checkOutputs(stage: string, dir: string): Promise<void> {
  const { outputs, mayLack = [], columns } = stageEntry(stage);
  for (const [name, file] of Object.entries(outputs)) {
    const stats = lstatSync(join(dir, file), { throwIfNoEntry: false });
    if (!stats && mayLack.includes(name)) continue;
    if (!stats) throw new InputError(`${stage} ended without writing ${file}.`);
    if (!stats.isFile()) {
      throw new InputError(`${stage} wrote ${file} as a folder or link, expected a file.`);
    }
    if (file.endsWith('.arrow')) await checkColumns(stage, join(dir, file), file, columns);
  }
}

async function checkColumns(
  stage: string,
  path: string,
  file: string,
  columns: readonly string[]
): Promise<void> {
  const events = await openEvents(path);
  await events.close();
  const missing = columns.filter((name) => !events.columnNames.includes(name));
  if (missing.length === 0) return;
  throw new InputError(
    `${stage} wrote ${file} without the column ${missing.join(', ')}, which later stages read.`
  );
}
