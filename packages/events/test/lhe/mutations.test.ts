import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stream } from '@deelema/random';
import type { RandomStream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { InputError, readLhe, readLheInit, TOPOLOGIES } from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

const topology = TOPOLOGIES['gluino-sbottom'];
const WHOLE = Buffer.from(lheFile(GLUINO_EVENT.repeat(3)));
/** What is put in: bytes that mean something to the format. */
const PIECES = [
  '\n',
  '<',
  '</',
  '>',
  '#',
  '-',
  '.',
  'e',
  'D',
  '9',
  ' ',
  '\0',
  '\u00ff',
  '\r',
  '<event>',
]
  .concat([
    '</event>\n',
    '</init>',
    '<!--',
    '-->',
    '1e999',
    'NaN',
    '-1 ',
    '99999999999',
    '</header>',
  ])
  .map((text) => Buffer.from(text));

/** The file with one to three pieces of it deleted, inserted, replaced or moved, or its end cut off. */
function mutated({ integer }: RandomStream): Buffer {
  let bytes = WHOLE;
  for (let left = 1 + integer(3); left > 0; left--) {
    const at = integer(bytes.length);
    const end = Math.min(bytes.length, at + integer([2, 4, 200][integer(3)]));
    const piece = PIECES[integer(PIECES.length)];
    const inserted = [Buffer.alloc(0), piece, bytes.subarray(at, end)][integer(3)];
    bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(integer(2) ? at : end)]);
    if (integer(20) === 0) bytes = bytes.subarray(0, at);
  }
  return bytes;
}

/** What comes of a file: its events, or an InputError; anything else that is thrown goes on. */
async function outcome(path: string): Promise<EventBatch[] | InputError> {
  try {
    await readLheInit(path);
    return await collect(readLhe(path, { topology, maxUnmatched: 0.9, batchRows: 2 }));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Fails unless the events have finite momenta, or the message is one sentence that names the file. */
function check(found: EventBatch[] | InputError, path: string): void {
  if (found instanceof InputError) {
    expect(found.message.startsWith(path) && found.message.endsWith('.'), found.message).toBe(true);
    expect(found.message).not.toMatch(/[\n\r\0]/);
    return;
  }
  for (const { columns } of found) {
    for (const [name, column] of Object.entries(columns)) {
      if (!column.every(Number.isFinite)) expect.fail(`${name} is ${column.join()}`);
    }
  }
}

describe('a file with random damage', () => {
  it('gives finite events or an InputError, never anything else', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    const random = stream(1, 'mutations');
    const outcomes = { events: 0, errors: 0 };
    for (let k = 0; k < 600; k++) {
      writeFileSync(path, mutated(random));
      const found = await outcome(path);
      check(found, path);
      outcomes[found instanceof InputError ? 'errors' : 'events']++;
    }
    // Both happen often; a mutation within a number or a blank is harmless.
    expect(Math.min(outcomes.events, outcomes.errors)).toBeGreaterThan(60);
  });

  it('the same for damage to its gzip data', async () => {
    const path = join(temporaryFolder(), 'events.lhe.gz');
    const { integer } = stream(2, 'mutations');
    const packed = gzipSync(WHOLE);
    for (let k = 0; k < 150; k++) {
      const damaged = Buffer.from(packed);
      // The first two bytes say that it is gzip.
      damaged[2 + integer(damaged.length - 2)] ^= 1 << integer(8);
      writeFileSync(path, integer(2) ? damaged : damaged.subarray(0, 2 + integer(damaged.length)));
      check(await outcome(path), path);
    }
  });
});
