import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSource, saveEvents, type EventBatch } from '@deelema/events';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { REPOSITORY } from '../../../test/support/workspace.ts';
import { modelIn } from './support/models.ts';

const COMMAND = join(REPOSITORY, 'packages/cli/bin/deelema.mjs');
const TABLE = join(REPOSITORY, 'test/reference/m2/toy-events.csv');

/** Starts the compiled command in a process of its own. */
function start(words: readonly string[], stdout: 'pipe' | number = 'pipe') {
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', stdout, 'pipe'] });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    errors,
  }));
  return { child, ended };
}

/** The table's events again and again, enough for some seconds of work. */
async function manyEvents(path: string, times: number): Promise<void> {
  const source = await openSource(TABLE);
  const batches: EventBatch[] = [];
  for await (const batch of source.batches) batches.push(batch);
  await source.close();
  const { columnNames: columns, metadata } = source;
  const all = Array.from({ length: times }, () => batches).flat();
  await saveEvents(path, { columns, metadata, from: 'csv' }, all);
}

describe('the deelema command as a process', () => {
  it.each([
    ['SIGINT', '1', 'arrow'],
    ['SIGINT', '3', 'parquet'],
    ['SIGTERM', '3', 'csv.gz'],
  ] as const)('is ended by %s with %s threads, and leaves no %s file', async (signal, n, end) => {
    const folder = temporaryFolder();
    const events = join(folder, 'events.arrow');
    await manyEvents(events, 300);
    const out = join(folder, `out.${end}`);
    const words = ['baseline', events, '--m-c', '700', '-o', out, '--workers', n];
    const { child, ended } = start(words);
    // The results have a file of another name as long as they are not complete.
    await vi.waitUntil(() => readdirSync(folder).length > 1, { timeout: 60_000, interval: 5 });
    expect(existsSync(out)).toBe(false);
    child.kill(signal);
    expect(await ended).toEqual({
      code: 130,
      signal: null,
      errors: 'Interrupted; nothing half-written is left.\n',
    });
    expect(readdirSync(folder)).toEqual(['events.arrow']);
  });

  it('is ended by SIGINT while it predicts, and leaves no file', async () => {
    const folder = temporaryFolder();
    const model = await modelIn(folder);
    const events = join(folder, 'events.arrow');
    await manyEvents(events, 300);
    const out = join(folder, 'out.parquet');
    const { child, ended } = start(['predict', model, events, '-o', out, '--threads', '1']);
    await vi.waitUntil(() => readdirSync(folder).length > 2, { timeout: 60_000, interval: 5 });
    child.kill('SIGINT');
    expect(await ended).toEqual({
      code: 130,
      signal: null,
      errors: 'Interrupted; nothing half-written is left.\n',
    });
    expect(readdirSync(folder).sort()).toEqual(['events.arrow', 'model']);
  });

  it('does not mind a reader that has seen enough', async () => {
    const { child, ended } = start(['baseline', '--help']);
    child.stdout?.destroy();
    expect(await ended).toEqual({ code: 0, signal: null, errors: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('fails where its output cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const { ended } = start(['baseline', TABLE, '--m-c', '700', '--variables', 'mab_1'], full);
    closeSync(full);
    const { code, errors } = await ended;
    expect(errors).toMatch(/^Standard output cannot be written: ENOSPC: .*\.$/m);
    expect(code).toBe(1);
  });
});
