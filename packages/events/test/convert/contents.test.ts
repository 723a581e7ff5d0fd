import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertEvents, listForeign, writeEvents } from '../../src/index.ts';
import { createParquetWriter } from '../../src/parquet/writer.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { someEvents } from '../support.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

function csv(text: string): string {
  const path = join(temporaryFolder(), 'jets.csv');
  writeFileSync(path, text);
  return path;
}

describe('listForeign', () => {
  it('lists the columns of a CSV file with their first rows', async () => {
    const path = csv('event,jet_pt,note\n1,2.5,"a, b"\n2,3.5,c\n\n3,4.5,d\n4,5.5,e\n');
    expect(await listForeign(path)).toEqual([
      {
        name: '',
        entries: 4,
        columns: [
          { name: 'event', type: 'number' },
          { name: 'jet_pt', type: 'number' },
          { name: 'note', type: 'text' },
        ],
        firstRows: [
          { event: '1', jet_pt: '2.5', note: 'a, b' },
          { event: '2', jet_pt: '3.5', note: 'c' },
          { event: '3', jet_pt: '4.5', note: 'd' },
        ],
      },
    ]);
  });

  // Tree, branches and values of test/root/fixtures/make-root.py.
  it('lists the trees of a ROOT file, with the first elements of lists', async () => {
    const [tree] = (await listForeign(fixture('root/fixtures/zlib.root')))!;
    expect(tree).toMatchObject({ name: 'events', entries: 60 });
    expect(tree.columns).toContainEqual({ name: 'jet_eta', type: 'vector<float>' });
    expect(tree.firstRows[1]).toMatchObject({
      eventNumber: '1001',
      met: '10.25',
      jet_pt: '[101, …]',
    });
    const trees = (await listForeign(fixture('root/fixtures/two-trees.root')))!;
    expect(trees.length).toBe(2);
    expect(await listForeign(fixture('root/fixtures/two-trees.root'), trees[1].name)).toEqual([
      trees[1],
    ]);
  });

  it('lists Arrow and Parquet columns of any type', async () => {
    const folder = temporaryFolder();
    const paths = ['jets.arrow', 'jets.parquet'].map((name) => join(folder, name));
    const events = { length: 2, columns: { ht: Float64Array.of(1.5, 2.5) } };
    await writeEvents(paths[0], { columns: ['ht'], sample: '' }, [events]);
    const [arrow] = (await listForeign(paths[0]))!;
    expect(arrow).toEqual({
      name: '',
      entries: 2,
      columns: [{ name: 'ht', type: 'Float64' }],
      firstRows: [{ ht: '1.5' }, { ht: '2.5' }],
    });
    const writer = await createParquetWriter(paths[1], { columns: ['ht'], sample: '' });
    await writer.write(events);
    await writer.close();
    const [parquet] = (await listForeign(paths[1]))!;
    expect(parquet).toEqual({ ...arrow, columns: [{ name: 'ht', type: 'DOUBLE' }] });
  });

  it('has nothing to say of files with columns of ours', async () => {
    const folder = temporaryFolder();
    const columns = ['event', 'mt2_b'];
    const arrow = join(folder, 'mt2.arrow');
    await writeEvents(arrow, { columns, sample: '' }, [someEvents(columns, 3)]);
    const parquet = join(folder, 'mt2.parquet');
    await convertEvents(arrow, parquet);
    expect(await listForeign(arrow)).toBeUndefined();
    expect(await listForeign(parquet)).toBeUndefined();
    expect(await listForeign(csv('a1_E\n1\n'))).toBeUndefined();
    expect(await listForeign('events.lhe')).toBeUndefined();
    expect(await listForeign(fixture('root/fixtures/two-trees.root'), 'other')).toBeUndefined();
  });
});
