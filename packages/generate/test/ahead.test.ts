import { describe, expect, it } from 'vitest';
import { ahead } from '../src/ahead.ts';

/** Numbers from 0 on, with a note when each is begun and when the iteration ends. */
async function* counted(count: number, notes: string[]): AsyncGenerator<number> {
  try {
    for (let k = 0; k < count; ++k) {
      notes.push(`begin ${k}`);
      await Promise.resolve();
      yield k;
    }
  } finally {
    notes.push('end');
  }
}

describe('ahead', () => {
  it.each([0, 1, 5])('hands on all of %d items in order', async (count) => {
    const items: number[] = [];
    for await (const item of ahead(counted(count, []))) items.push(item);
    expect(items).toEqual(Array.from({ length: count }, (_, k) => k));
  });

  it('begins the next item, and no more, before it hands one on', async () => {
    const notes: string[] = [];
    for await (const item of ahead(counted(3, notes))) notes.push(`use ${item}`);
    expect(notes).toEqual(['begin 0', 'begin 1', 'use 0', 'begin 2', 'use 1', 'end', 'use 2']);
  });

  it('throws in turn, after the items before', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      await Promise.resolve();
      throw new Error('no second item');
    }
    const items: number[] = [];
    const all = (async () => {
      for await (const item of ahead(failing())) items.push(item);
    })();
    await expect(all).rejects.toThrow('no second item');
    expect(items).toEqual([1]);
  });

  it('ends the items when it is left early', async () => {
    const notes: string[] = [];
    for await (const item of ahead(counted(9, notes))) if (item === 1) break;
    expect(notes.at(-1)).toBe('end');
  });
});
