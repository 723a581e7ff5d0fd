import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  digest,
  externalDigests,
  externalFiles,
  fileDigest,
  npmDigest,
  sha256,
  swapDigest,
} from '@deelema/workflow';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digests-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, text: string): void => writeFileSync(join(root, file), text);

describe('digest', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(digest({ a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(
      digest({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 })
    );
  });

  it('depends on values, on the order of lists and on what is nested where', () => {
    const values = [
      { a: 1 },
      { a: '1' },
      { a: [1] },
      { a: [1, 2] },
      { a: [2, 1] },
      { a: { b: 1 } },
      {},
      null,
      [],
    ];
    expect(new Set(values.map(digest)).size).toBe(values.length);
  });
});

describe('npmDigest', () => {
  /** a needs b; both need c, of which b has its own version. */
  const lock = {
    packages: {
      'node_modules/a': { version: '1.0.0', integrity: 'a1', dependencies: { b: '*', c: '*' } },
      'node_modules/b': { version: '1.0.0', integrity: 'b1', dependencies: { c: '*' } },
      'node_modules/b/node_modules/c': { version: '2.0.0', integrity: 'c2' },
      'node_modules/c': { version: '1.0.0', integrity: 'c1', peerDependencies: { gone: '*' } },
      'node_modules/other': { version: '1.0.0', integrity: 'o1' },
    } as Record<string, { integrity: string }>,
  };
  const after = (path: string): string => {
    const packages = { ...lock.packages, [path]: { ...lock.packages[path], integrity: 'new' } };
    put('package-lock.json', JSON.stringify({ packages }));
    return npmDigest(root, ['a']);
  };

  it('changes with every package that is reached, nested ones too, and with no other', () => {
    put('package-lock.json', JSON.stringify(lock));
    const before = npmDigest(root, ['a']);
    for (const path of Object.keys(lock.packages)) {
      expect(after(path) === before, path).toBe(path === 'node_modules/other');
    }
  });
});

describe('fileDigest', () => {
  it('is the SHA-256 of the content', async () => {
    put('events', 'abc');
    expect(await fileDigest(root, join(root, 'events'))).toBe(sha256('abc'));
  });

  it('notices a file changed in place, even with the same size and the old modification time', async () => {
    put('events', 'abc');
    await fileDigest(root, join(root, 'events'));
    const { atime, mtime } = statSync(join(root, 'events'));
    put('events', 'abd');
    utimesSync(join(root, 'events'), atime, mtime);
    expect(await fileDigest(root, join(root, 'events'))).toBe(sha256('abd'));
  });

  it('says that a file is missing', async () => {
    expect(await fileDigest(root, join(root, 'gone'))).toBe('missing');
  });
});

describe('externalFiles', () => {
  it('names the files of the settings that the stage table lists, from the folder of the YAML', () => {
    const settings = { source: 'file', path: '../events.lhe', other: 'x' };
    expect(externalFiles('/w', 'datasets/d', 'generate', settings)).toEqual({
      path: '/w/datasets/events.lhe',
    });
    expect(externalFiles('/w', 'datasets/d', 'compare', { reference: '/r.json' })).toEqual({
      reference: '/r.json',
    });
  });

  it('is empty where a stage reads none, or a setting is not there or no path', () => {
    expect(externalFiles('/w', 'datasets/d', 'generate', { source: 'toy' })).toEqual({});
    expect(externalFiles('/w', 'datasets/d', 'generate', { path: 7, partons: '' })).toEqual({});
    expect(externalFiles('/w', 'datasets/d', 'preprocess', { path: 'x' })).toEqual({});
    expect(externalFiles('/w', 'datasets/d', 'generate', undefined)).toEqual({});
  });
});

describe('externalDigests', () => {
  it('follows the content of each file, by the setting that names it', async () => {
    put('grid', '1');
    const files = { partons: join(root, 'grid'), path: join(root, 'gone') };
    expect(await externalDigests(root, files)).toEqual({ partons: sha256('1'), path: 'missing' });
  });
});

describe('externalDigests of an Arrow file in pieces', () => {
  it('follows the content of every piece, and none behind a gap', async () => {
    for (const name of ['.arrow', '.part2.arrow', '.part3.arrow', '.part5.arrow', '.part2.csv']) {
      put(`events${name}`, name);
    }
    expect(await externalDigests(root, { path: join(root, 'events.arrow') })).toEqual({
      path: sha256('.arrow'),
      'path.part2': sha256('.part2.arrow'),
      'path.part3': sha256('.part3.arrow'),
    });
    put('events.csv', 'x');
    const digests = await externalDigests(root, { path: join(root, 'events.csv') });
    expect(Object.keys(digests)).toEqual(['path']);
  });
});

describe('swapDigest', () => {
  it('changes with the content of the files', () => {
    const swap = {
      run: { command: 'x', files: ['a.py'], reads: 'csv' as const, writes: 'csv' as const },
    };
    put('a.py', 'print(1)');
    const before = swapDigest(root, '.', swap);
    put('a.py', 'print(2)');
    expect(swapDigest(root, '.', swap)).not.toBe(before);
  });
});
