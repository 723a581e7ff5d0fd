import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventBatch } from '../src/columns/batch.ts';
import { allocateColumn } from '../src/columns/column.ts';

/** Folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deelema-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The sentence of what a promise is rejected with; fails if it is fulfilled. */
export async function sentenceOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason as Error
  );
  return `${error.name}: ${error.message}`;
}

/** Events whose values are a different irrational number in each column and row. */
export function someEvents(names: readonly string[], rows: number, first = 0): EventBatch {
  const columns = Object.fromEntries(
    names.map((name, c) => {
      const column = allocateColumn(name, rows);
      for (let i = 0; i < rows; i++) column[i] = (first + i) * Math.sqrt(c + 2) - c;
      return [name, column];
    })
  );
  return { length: rows, columns };
}

/** All batches of a source, e.g. of an open file. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}
