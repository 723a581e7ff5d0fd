import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openRoot } from '../../src/root/source.ts';
import { loadJsroot } from '../../src/root/jsroot.ts';
import type { ColumnMap } from '../../src/mapping/column-map.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { errorOf } from '../../../../test/support/rejection.ts';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** Values of fixtures/make-root.py by event. */
const EVENTS = 60;
const jets = (i: number) => Array.from({ length: i % 4 }, (_, k) => 100 + i - 20 * k);
const atLeast = (n: number) => events().filter((i) => jets(i).length >= n);
const events = () => Array.from({ length: EVENTS }, (_, i) => i);

const COLUMNS: ColumnMap = {
  a1: { E: 'lep_p4[0]', px: 'lep_p4[1]', py: 'lep_p4[2]', pz: 'lep_p4[3]' },
  weight: 'mc_weight',
  event: 'eventNumber',
  ptmiss_x: 'met',
  ptmiss_y: 'channel',
};

describe('trees of ROOT files', () => {
  it.each(['none', 'zlib', 'lzma', 'lz4', 'zstd'])('are read, packed with %s', async (codec) => {
    const source = await openRoot(fixture(`${codec}.root`), { columns: COLUMNS });
    expect(source.metadata.sample).toBe(`${codec}.root, tree events`);
    const others = ['njet', 'vertex.x', 'vertex.y', 'vertex.z', 'jet_pt', 'Jet.PT', 'jet_eta'];
    expect(source.ignored).toEqual(others);
    const [batch, ...more] = await collect(source.batches);
    expect(more).toEqual([]);
    expect(batch).toEqual({
      length: EVENTS,
      columns: {
        event: Uint32Array.from(events(), (i) => 1000 + i),
        a1_E: Float64Array.from(events(), (i) => 50 + i),
        a1_px: Float64Array.from(events()),
        a1_py: new Float64Array(EVENTS).fill(30),
        a1_pz: Float64Array.from(events(), (i) => 0 - i / 2),
        ptmiss_x: Float64Array.from(events(), (i) => 10 + i / 4),
        ptmiss_y: Float64Array.from(events(), (i) => i % 3),
        weight: Float64Array.from(events(), (i) => 1.5 - 3 * (i % 2)),
      },
    });
    await source.close();
  });

  it('give elements of lists, and leave out the events without them', async () => {
    const columns = {
      a1_E: 'jet_pt[1]',
      a1_px: 'jet_eta[2]',
      a1_py: 'Jet.PT[0]',
      a1_pz: 'vertex.z',
    };
    const source = await openRoot(fixture('zlib.root'), { columns, maxUnmatched: 0.8 });
    const [batch] = await collect(source.batches);
    const kept = atLeast(3);
    expect(batch.columns.a1_E).toEqual(Float64Array.from(kept, (i) => jets(i)[1]));
    expect(batch.columns.a1_px).toEqual(
      Float64Array.from(kept, (i) => Math.fround(jets(i)[2] / 100))
    );
    expect(batch.columns.a1_py).toEqual(Float64Array.from(kept, (i) => jets(i)[0]));
    expect(batch.columns.a1_pz).toEqual(Float64Array.from(kept, (i) => 2 * i));
    expect(batch.columns.event).toEqual(Uint32Array.from(kept));
    expect(source.dropped).toEqual({
      'jet_pt has fewer than 2 elements': EVENTS - atLeast(2).length,
      'jet_eta has fewer than 3 elements': atLeast(2).length - kept.length,
    });
    await source.close();
  });

  it('are the only one of the file, or the one that is asked for', async () => {
    const path = fixture('two-trees.root');
    const source = await openRoot(path, { tree: 'jes_up', columns: { weight: 'mc_weight' } });
    expect(source.metadata.sample).toBe('two-trees.root, tree jes_up');
    await source.close();
    expect(await errorOf(openRoot(path, {}))).toMatchObject({
      message: `${path}: it has several trees; name one of nominal, jes_up with tree.`,
      exitCode: 2,
    });
    expect((await errorOf(openRoot(path, { tree: 'jes_down' }))).message).toBe(
      `${path}: there is no tree jes_down in it; it has nominal, jes_up.`
    );
  });

  it.each([
    [
      'lep_pt',
      'column lep_pt missing; the file has eventNumber, mc_weight, met, channel, njet, vertex.x, vertex.y, vertex.z, lep_p4[ ], jet_pt[ ], Jet.PT[ ], jet_eta[ ].',
    ],
    [
      'jet_pt',
      'jet_pt holds several numbers per event; name the one that is meant, e.g. jet_pt[0] for the first.',
    ],
    ['met[0]', 'met holds one number per event; name it without [ ].'],
  ])('without %s say so', async (name, sentence) => {
    const path = fixture('zlib.root');
    const error = await errorOf(openRoot(path, { columns: { a1_E: name } }));
    expect(error).toMatchObject({
      name: 'InputError',
      message: `${path}: ${sentence}`,
      exitCode: 1,
    });
  });

  it('whose lists are too short fail at the first event, or when they are too many', async () => {
    const path = fixture('zlib.root');
    const columns = { a1_E: 'jet_pt[0]' };
    const strict = await openRoot(path, { columns });
    expect((await errorOf(collect(strict.batches))).message).toBe(
      `${path}: row 0 (counted from 0): jet_pt has fewer than 1 element; leave such events out with "maxUnmatched", the largest fraction of them, e.g. 0.1.`
    );
    await strict.close();
    const lax = await openRoot(path, { columns, maxUnmatched: 0.2 });
    expect((await errorOf(collect(lax.batches))).message).toBe(
      `${path}: 15 of 60 events (25.0 %) are left out, more than maxUnmatched = 0.2 allows; the most frequent reason is: jet_pt has fewer than 1 element (15 events).`
    );
    await lax.close();
    const all = await openRoot(path, { columns: { a1_E: 'lep_p4[4]' }, maxUnmatched: 1 });
    expect((await errorOf(collect(all.batches))).message).toBe(
      `${path}: 60 of 60 events (100 %) are left out; the most frequent reason is: lep_p4 has fewer than 5 elements (60 events).`
    );
    await all.close();
  });

  it('need jsroot, and say how to install it', async () => {
    const error = await errorOf(loadJsroot('x.root', 'jsroot-that-is-not-there'));
    expect(error).toMatchObject({
      message:
        'x.root: reading ROOT files needs jsroot, which is not installed; run npm install jsroot@7.11.2.',
      exitCode: 2,
    });
  });
});
