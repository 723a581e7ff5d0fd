import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { leaves } from '../src/leaves.ts';
import { provenance } from '../src/provenance.ts';
import { readMaking } from '../src/read-making.ts';

const CODE = '0123456789abcdef'.repeat(4);
const SHA256 = 'fedcba9876543210'.repeat(4);

const MADE = {
  stage: 'train',
  project: 'toy',
  config: { mC: 700, simulation: { events: 50_000, rounds: [1, 2] }, topology: {} },
  swap: null,
  node: '20',
  code: CODE,
  backend: 'onnxruntime 1.30.0, cpu',
};

const MANIFEST = {
  ...{ schemaVersion: 1, stage: 'train' },
  files: { 'model/<weights>.bin': { bytes: 216_124, sha256: SHA256 } },
  counts: { read: 5000, kept: 4980, dropped: { 'pT cut': 20 } },
};

async function read(made: object) {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'making.json'), JSON.stringify(made));
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  const making = await readMaking(dir);
  if (making === null) throw new Error('The records were not read.');
  return making;
}

const text = (source: string): string => source.replace(/<[^>]*>/g, ' ').replace(/[ \n]+/g, ' ');

describe('readMaking', () => {
  it('reads the records of a stage', async () => {
    const making = await read(MADE);
    expect(making).toMatchObject({ stage: 'train', code: CODE, outside: {} });
    expect(making.files).toEqual([{ name: 'model/<weights>.bin', bytes: 216_124, sha256: SHA256 }]);
  });

  it('reads nothing where there are no records', async () => {
    expect(await readMaking(temporaryFolder())).toBeNull();
  });
});

describe('provenance', () => {
  it('tells settings, code, backend, counts and files', async () => {
    const shown = text(provenance([await read(MADE)]).source);
    for (const told of [
      'mC 700',
      'simulation.events 50000',
      'simulation.rounds [1,2]',
      `Code ${CODE} , Node.js 20`,
      'Backend onnxruntime 1.30.0, cpu',
      'read 5000',
      'kept 4980',
      'dropped.pT cut 20',
      `model/&lt;weights&gt;.bin, 216\u202f124 bytes, SHA-256 ${SHA256}`,
    ]) {
      expect(shown).toContain(told);
    }
    expect(shown).not.toMatch(/Swapped|From outside/);
  });

  it('tells what stood in the place of our stage, and which files came from outside', async () => {
    const swap = { run: 'python3 train.py "<x>"', digest: SHA256 };
    const made = await read({ ...MADE, swap, files: { path: CODE }, config: {} });
    const shown = text(provenance([made]).source);
    expect(shown).toContain('Swapped run python3 train.py &quot;&lt;x&gt;&quot;');
    expect(shown).toContain(`digest ${SHA256}`);
    expect(shown).toContain(`From outside path ${CODE}`);
    expect(shown).toContain('Settings none');
  });
});

describe('leaves', () => {
  it('names each by its path', () => {
    expect(leaves({ a: { b: null, c: ['x'] }, d: 'y', e: {} })).toEqual([
      ['a.b', 'null'],
      ['a.c', '["x"]'],
      ['d', 'y'],
    ]);
  });
});
