import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { remembered } from '../src/learning/remembered.ts';
import { temporaryFolder } from './support.ts';

const schema = z.object({ mass: z.number() });
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

describe('remembered', () => {
  const file = (name: string): string => join(folder.dir, name);
  let computed = 0;
  const get = (name: string, key: string, mass = 0.1 + 0.2) =>
    remembered(file(name), key, schema, () => {
      ++computed;
      return Promise.resolve({ mass });
    });

  it('computes once, and gives the same bits again', async () => {
    expect(await get('one', 'a')).toEqual({ mass: 0.1 + 0.2 });
    expect(await get('one', 'a', 5)).toEqual({ mass: 0.1 + 0.2 });
    expect(computed).toBe(1);
    expect(readdirSync(folder.dir)).toEqual(['one']);
  });

  it.each([
    ['of another key', () => undefined],
    ['cut off', () => writeFileSync(file('two'), readFileSync(file('two'), 'utf8').slice(0, 9))],
    ['of another shape', () => writeFileSync(file('two'), '{"key":"b","value":{"mass":null}}')],
  ])('computes anew where the file is %s', async (what, change) => {
    await get('two', what.startsWith('of another key') ? 'a' : 'b', 1);
    change();
    expect(await get('two', 'b', 2)).toEqual({ mass: 2 });
    expect(await get('two', 'b', 3)).toEqual({ mass: 2 });
  });

  it('leaves nothing behind where the computation fails', async () => {
    const failing = () => Promise.reject(new Error('no'));
    await expect(remembered(file('three'), 'a', schema, failing)).rejects.toThrow('no');
    expect(readdirSync(folder.dir)).not.toContain('three');
  });
});
