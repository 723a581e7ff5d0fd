import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNpz } from '../../src/npz/source.ts';
import type { SourceOptions } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { errorOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { npy, writeNpz, writeStoredZip } from './build-npz.ts';
import type { ArraySpec } from './build-npz.ts';

const ZEROS: ArraySpec = { shape: [2, 4], values: new Float64Array(8) };
const ROLES = { a1: ZEROS, b1: ZEROS, a2: ZEROS, b2: ZEROS };
const LEPTONS = { b1: ZEROS, b2: ZEROS, l1: ZEROS, l2: ZEROS };

async function refusal(
  arrays: Readonly<Record<string, ArraySpec>>,
  options: SourceOptions = {}
): Promise<{ sentence: string; exitCode: number | undefined }> {
  const path = writeNpz(join(temporaryFolder(), 'x.npz'), arrays);
  const { name, message, exitCode } = await errorOf(readAll(path, options));
  expect(name).toBe('InputError');
  return { sentence: message.replace(path, 'x.npz'), exitCode };
}

async function readAll(path: string, options: SourceOptions): Promise<void> {
  const source = await openNpz(path, options);
  await collect(source.batches).finally(() => source.close());
}

describe('.npz files', () => {
  it.each([1, 2, 3])('may hold arrays of version %d of the format', async (version) => {
    const path = writeNpz(join(temporaryFolder(), 'x.npz'), {
      ...ROLES,
      a1: { ...ZEROS, version },
    });
    const source = await openNpz(path, {});
    expect((await collect(source.batches))[0].length).toBe(2);
    await source.close();
  });

  it.each([
    [
      { a1: { ...ZEROS, fortran: true } },
      'x.npz: a1 stands in Fortran order, expected C order; save numpy.ascontiguousarray of it.',
    ],
    [
      { a1: { ...ZEROS, descr: '<i8' } },
      "x.npz: a1 holds values of type '<i8', expected floating-point numbers ('<f8'); convert it with .astype(float).",
    ],
    [
      { a1: { ...ZEROS, descr: '<c16' } },
      "x.npz: a1 holds values of type '<c16', expected floating-point numbers ('<f8'); convert it with .astype(float).",
    ],
    [{ a1: { ...ZEROS, shape: [4, 2] } }, 'x.npz: a1 has the shape [4, 2], expected [n, 4].'],
    [{ a1: { ...ZEROS, shape: [8] } }, 'x.npz: a1 has the shape [8], expected [n, 4].'],
    [{ weight: ZEROS }, 'x.npz: weight has the shape [2, 4], expected [n].'],
    [
      { b2: { shape: [1, 4], values: new Float64Array(4) } },
      'x.npz: b2 has 1 events and a1 has 2, expected as many in all arrays.',
    ],
    [
      { a1: { ...ZEROS, shape: [3, 4] }, ...threeRows() },
      'x.npz: a1 is cut off; save it anew with numpy.savez.',
    ],
    [
      { a1: { ...ZEROS, version: 4 } },
      'x.npz: a1 is a NumPy array of version 4, expected 1, 2 or 3.',
    ],
  ] satisfies [Record<string, ArraySpec>, string][])(
    'are refused with a sentence: %#',
    async (arrays, sentence) => {
      expect(await refusal({ ...ROLES, ...arrays })).toEqual({ sentence, exitCode: 1 });
    }
  );

  it('lack what they need in a sentence that names what is there', async () => {
    expect((await refusal({ a1: ZEROS, x: ZEROS })).sentence).toBe(
      'x.npz: a2, b1, b2 missing; the file has a1, x; expected a1, b1, a2, b2, or b1, b2, l1, l2.'
    );
    expect((await refusal({ b1: ZEROS, b2: ZEROS, l1: ZEROS })).sentence).toMatch(
      /^x\.npz: l2 missing; the file has b1, b2, l1;/
    );
  });

  it('whose masses do not tell the pairing ask for it; others need none', async () => {
    expect(await refusal(LEPTONS)).toEqual({
      sentence:
        'x.npz: which lepton belongs to which b quark is not clear from the masses (0 of 0 events fit better with l1 beside b1); set pairing to straight (l1 belongs to b1) or crossed (l2 belongs to b1).',
      exitCode: 2,
    });
    expect(await refusal(ROLES, { pairing: 'crossed' })).toEqual({
      sentence:
        'x.npz: a pairing is given, but only files with leptons l1 and l2 need one; leave it out, for the arrays name the roles.',
      exitCode: 2,
    });
  });

  it('that were changed after they were written are noticed', async () => {
    const path = join(temporaryFolder(), 'x.npz');
    const members = Object.entries(ROLES).map(
      ([name, spec]) => [`${name}.npy`, npy(spec)] as const
    );
    writeStoredZip(path, Object.fromEntries(members), { flip: 140 });
    expect((await errorOf(readAll(path, {}))).message).toBe(
      `${path}: a1 is damaged: its checksum differs; copy or save it anew.`
    );
  });
});

function threeRows(): Record<string, ArraySpec> {
  const spec = { shape: [3, 4], values: new Float64Array(12) };
  return { b1: spec, a2: spec, b2: spec };
}
