import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeManifest, verify } from '../src/manifest.ts';

let dir: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'manifest-'));
  mkdirSync(join(dir, 'sub'));
  writeFileSync(join(dir, 'b.txt'), 'abc');
  writeFileSync(join(dir, 'sub/a.txt'), '');
  writeFileSync(
    join(dir, 'manifest.json'),
    JSON.stringify(await makeManifest(dir, 'train', { n: 1 }))
  );
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('makeManifest', () => {
  it('lists every file but the records, with its SHA-256', async () => {
    writeFileSync(join(dir, 'run.json'), '{}');
    expect(await makeManifest(dir, 'train', { n: 1 })).toEqual({
      schemaVersion: 1,
      stage: 'train',
      counts: { n: 1 },
      files: {
        // FIPS 180-2, appendix B.1: the digest of "abc"; and the well-known digest of nothing.
        'b.txt': {
          bytes: 3,
          sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        },
        'sub/a.txt': {
          bytes: 0,
          sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        },
      },
    });
  });
});

describe('verify', () => {
  it('finds nothing wrong with what was just written', async () => {
    expect(await verify(dir)).toEqual([]);
  });

  it.each([
    ['another content', 'abd', 'b.txt has another content than when it was written.'],
    ['another length', 'ab', 'b.txt has 2 bytes, expected 3.'],
  ])('finds %s', async (_what, text, expected) => {
    writeFileSync(join(dir, 'b.txt'), text);
    expect(await verify(dir)).toEqual([expected]);
  });

  it('finds a missing and a foreign file', async () => {
    rmSync(join(dir, 'b.txt'));
    writeFileSync(join(dir, 'c.txt'), '');
    expect(await verify(dir)).toEqual(['b.txt is missing.', 'c.txt is not in the manifest.']);
  });

  it('says so if there is no manifest', async () => {
    writeFileSync(join(dir, 'manifest.json'), '{ "half');
    expect(await verify(dir)).toEqual([
      `${dir} has no readable manifest.json: it was not written by a stage.`,
    ]);
  });
});
