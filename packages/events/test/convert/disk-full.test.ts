import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventColumns, TOPOLOGIES } from '../../src/index.ts';
import { writeBatches } from '../../src/columns/write-batches.ts';
import { createTarget } from '../../src/convert/target.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { makeEvents } from '../../../../test/support/make-events.ts';

const COLUMNS = eventColumns(true);
/** Momenta at rest: pTmiss is the sum of the invisible ones, as LHE wants it. */
const EVENTS = makeEvents(COLUMNS, 5000, (name) => (name.endsWith('_E') ? 100 : 0));
const NAMES = ['x.arrow', 'x.arrows', 'x.parquet', 'x.csv', 'x.csv.gz', 'x.lhe', 'x.lhe.gz'];

/** The files that this process has open, as Linux lists them. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      return [readlinkSync(join('/proc/self/fd', number))];
    } catch {
      return []; // The descriptor of the listing itself is gone by now.
    }
  });
}

// /dev/full of Linux takes no byte and reports a full disk.
describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each(NAMES.flatMap((name) => [[name, 5000] as const, [name, 0] as const]))(
    'is one sentence when %s is written with %i events, and no file stays open',
    async (to, rows) => {
      const format = (['arrow', 'parquet', 'csv', 'lhe'] as const).find((one) => to.includes(one))!;
      const metadata = { sample: 'full', topology: TOPOLOGIES['gluino-sbottom'] };
      const target = { format, to, temporary: '/dev/full', columns: COLUMNS, metadata };
      const writing = createTarget(target, 'arrow').then((writer) =>
        writeBatches(writer, rows > 0 ? [EVENTS] : [])
      );
      expect(await sentenceOf(writing)).toBe(
        'InputError: /dev/full cannot be written: the disk is full; ' +
          'free some space or choose another folder (ENOSPC).'
      );
      expect(openFiles()).not.toContain('/dev/full');
    }
  );
});
