import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supportedKernels } from '../../src/index.ts';
import { expectParity } from './compare.ts';
import type { Table } from './compare.ts';

/** Every module in tables/ exports a `table`. */
const tables = await Promise.all(
  readdirSync(new URL('./tables/', import.meta.url)).map(async (file) => {
    const { table } = (await import(`./tables/${file}`)) as { table: Table };
    return table;
  })
);

describe.each(tables.flatMap((table) => Object.entries(table)))(
  'kernel %s agrees with the cpu backend',
  (_kernel, cases) => {
    it.each(cases)('$name', (one) => expectParity(one));
  }
);

it('every supported kernel has cases', () => {
  const covered = new Set(tables.flatMap((table) => Object.keys(table)));
  expect(supportedKernels().filter((kernel) => !covered.has(kernel))).toEqual([]);
});
