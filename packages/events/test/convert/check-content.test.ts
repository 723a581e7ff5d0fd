import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { convertEvents, listForeign, openSource } from '../../src/index.ts';
import { errorOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

/** An LHE file by hand, converted to another format and then given a wrong name. */
async function misnamed(made: string, named: string): Promise<string> {
  const folder = temporaryFolder();
  const [lhe, right, wrong] = ['0.lhe', `1${made}`, `2${named}`].map((name) => join(folder, name));
  writeFileSync(lhe, lheFile(GLUINO_EVENT));
  await convertEvents(lhe, right);
  copyFileSync(right, wrong);
  return wrong;
}

describe('a file whose name says another format', () => {
  it.each([
    ['.arrow', '.lhe', 'an Arrow file', 'a file of Les Houches events', '.arrow'],
    ['.arrows', '.parquet', 'an Arrow file', 'a Parquet file', '.arrow'],
    ['.parquet', '.csv', 'a Parquet file', 'a CSV file', '.parquet'],
    ['.lhe', '.csv.gz', 'a file of Les Houches events', 'a CSV file', '.lhe'],
    ['.lhe', '.root', 'a file of Les Houches events', 'a ROOT file', '.lhe'],
  ])('is told apart: %s called %s', async (made, named, is, expected, ending) => {
    const path = await misnamed(made, named);
    expect(await errorOf(openSource(path))).toMatchObject({
      message: `${path} is ${is}, expected ${expected} by its name; rename it to end with ${ending}.`,
      exitCode: 2,
    });
  });

  it('is told apart before its columns are listed', async () => {
    const path = await misnamed('.parquet', '.arrow');
    expect(await errorOf(listForeign(path))).toMatchObject({ exitCode: 2 });
  });

  it('is told to be unpacked, where the format is not read packed', async () => {
    const path = await misnamed('.arrow', '.feather');
    writeFileSync(path, gzipSync(readFileSync(path)));
    const { message } = await errorOf(openSource(path));
    expect(message).toBe(`${path} is packed with gzip, expected an Arrow file; unpack it first.`);
  });

  it('may be CSV with a column that is called root', async () => {
    const path = join(temporaryFolder(), 'events.csv');
    writeFileSync(path, 'root_s,a1_E\n1,2\n');
    const source = await openSource(path);
    expect(source.columnNames).toContain('a1_E');
    await source.close();
  });
});
