import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpackLz4Block } from '../../src/arrow/lz4-block.ts';
import { unpackLz4 } from '../../src/arrow/lz4-frame.ts';
import { Stretch } from '../../src/arrow/stretch.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

const TEXT = 'momentum and energy, momentum and energy, momentum and energy';

/** `printf "$TEXT" | lz4 FLAGS` with lz4 1.9.4, in base 64. */
const FRAMES = {
  '--content-size':
    'BCJNGGxAPQAAAAAAAABcIAAAAP8GbW9tZW50dW0gYW5kIGVuZXJneSwgFQAQUG5lcmd5AAAAAHr+Uj0=',
  '-BX': 'BCJNGHRAvSAAAAD/Bm1vbWVudHVtIGFuZCBlbmVyZ3ksIBUAEFBuZXJneQm7l/wAAAAAev5SPQ==',
  '-BD --no-frame-crc': 'BCJNGGBAgiAAAAD/Bm1vbWVudHVtIGFuZCBlbmVyZ3ksIBUAEFBuZXJneQAAAAA=',
};

/** Unpacks frames that stand in the middle of a file. */
async function unpack(...frames: Buffer[]): Promise<string> {
  const path = join(temporaryFolder(), 'frames');
  const packed = Buffer.concat(frames);
  writeFileSync(path, Buffer.concat([Buffer.alloc(5), packed, Buffer.alloc(9)]));
  const handle = await open(path);
  try {
    const stretches: Buffer[] = [];
    for await (const bytes of unpackLz4(new Stretch(path, handle, 5, packed.length))) {
      stretches.push(Buffer.from(bytes));
    }
    return Buffer.concat(stretches).toString();
  } finally {
    await handle.close();
  }
}

describe('unpackLz4', () => {
  it.each(Object.entries(FRAMES))('reads a frame of lz4 %s', async (_, frame) => {
    expect(await unpack(Buffer.from(frame, 'base64'))).toBe(TEXT);
  });

  it('reads frames one after the other', async () => {
    const frames = Object.values(FRAMES).map((frame) => Buffer.from(frame, 'base64'));
    expect(await unpack(...frames)).toBe(TEXT.repeat(3));
  });

  it('reads blocks that are not packed and blocks that refer to earlier ones, by hand', async () => {
    const plain = [0x04, 0, 0, 0x80, ...Buffer.from('abcd')];
    // Token: no literals, a match of 4; distance 4; then the literals "e" at the end.
    const linked = [0x05, 0, 0, 0, 0x00, 4, 0, 0x10, 0x65];
    const header = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0];
    expect(await unpack(Buffer.from([...header, ...plain, ...linked, 0, 0, 0, 0]))).toBe(
      'abcdabcde'
    );
    // The same with independent blocks: the match reaches before its block.
    const alone = [...header.slice(0, 4), 0x60, 0x40, 0];
    const frame = Buffer.from([...alone, ...plain, ...linked, 0, 0, 0, 0]);
    expect(await sentenceOf(unpack(frame))).toBe('RangeError: The LZ4 block is damaged.');
  });

  it('throws a RangeError on every frame that is cut off or of an unknown version', async () => {
    const frame = Buffer.from(FRAMES['-BX'], 'base64');
    for (let bytes = 1; bytes < frame.length; bytes++) {
      expect(await sentenceOf(unpack(frame.subarray(0, bytes)))).toMatch(/^RangeError: /);
    }
    const other = Buffer.from(frame);
    other[4] = 0xa0;
    expect(await sentenceOf(unpack(other))).toContain('unknown version');
  });
});

describe('unpackLz4Block', () => {
  it('repeats what overlaps its copy', () => {
    const out = new Uint8Array(16);
    // One literal, a match of 4 + 7 at distance 1, then no literals.
    const end = unpackLz4Block(Uint8Array.of(0x17, 65, 1, 0, 0x00), out, 0);
    expect(Buffer.from(out.subarray(0, end)).toString()).toBe('A'.repeat(12));
  });

  it('reads lengths of any number of bytes', () => {
    const literals = Buffer.alloc(600, 66);
    const packed = Buffer.concat([Buffer.from([0xf0, 255, 255, 75]), literals]);
    const out = new Uint8Array(600);
    expect(unpackLz4Block(packed, out, 0)).toBe(600);
    expect(Buffer.from(out).equals(literals)).toBe(true);
  });

  it.each([
    ['a match before the beginning', [0x10, 65, 2, 0]],
    ['a distance of 0', [0x10, 65, 0, 0]],
    ['more literals than there are', [0x50, 65]],
    ['more bytes than there is room for', [0x1f, 65, 1, 0, 200, 0x00]],
    ['a length without an end', [0xf0, 255]],
  ])('refuses %s', (_, packed) => {
    expect(() => unpackLz4Block(Uint8Array.from(packed), new Uint8Array(64), 0)).toThrow(
      RangeError
    );
  });
});
