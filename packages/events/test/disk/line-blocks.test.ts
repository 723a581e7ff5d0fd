import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLineBlocks } from '../../src/disk/line-blocks.ts';
import { readLines } from '../../src/disk/text-lines.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

function file(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'text');
  writeFileSync(path, content);
  return path;
}

/** Several chunks of lines of many lengths, with characters of two and three bytes. */
const LINES = Array.from({ length: 40_000 }, (_, k) => `${k} ${'äx→'.repeat(k % 31)}`);

describe('readLineBlocks', () => {
  it.each(['\n', ''])('gives back every byte, in whole lines; at the end %j', async (last) => {
    const bytes = Buffer.from(LINES.join('\n') + last);
    expect(bytes.length).toBeGreaterThan(3 << 20);
    for (const content of [bytes, gzipSync(bytes)]) {
      const blocks = await collect(readLineBlocks(file(content)));
      expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
      expect(blocks.slice(0, -1).every((block) => block.at(-1) === 10)).toBe(true);
    }
  });

  it('reads several gzip members one after the other', async () => {
    const bytes = Buffer.from(LINES.join('\n'));
    const members = [0, 1, 2, 3].map((k) => bytes.subarray(k * 1_000_001, (k + 1) * 1_000_001));
    const packed = Buffer.concat([...members, bytes.subarray(4_000_004)].map((m) => gzipSync(m)));
    const blocks = await collect(readLineBlocks(file(packed)));
    expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
  });

  it('takes a line that is longer than a chunk, but not one without end', async () => {
    const long = 'x'.repeat(700_000);
    expect(await collect(readLineBlocks(file(`a\n${long}\nb\n`)))).toHaveLength(3);
    const path = file('x'.repeat(3 << 20));
    expect(await sentenceOf(collect(readLineBlocks(path)))).toBe(
      `InputError: ${path} is not a text file.`
    );
  });

  it('gives nothing of an empty file', async () => {
    expect(await collect(readLineBlocks(file('')))).toEqual([]);
  });
});

describe('readLines', () => {
  it.each(['\n', ''])('gives the lines without their ends; at the end %j', async (last) => {
    expect((await collect(readLines(file(LINES.join('\n') + last)))).flat()).toEqual(LINES);
  });

  it('counts blank lines', async () => {
    expect((await collect(readLines(file('\n\na\n\n')))).flat()).toEqual(['', '', 'a', '']);
  });
});
