import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLhe, TOPOLOGIES } from '../../src/index.ts';
import type { LheOptions } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

const topology = TOPOLOGIES['gluino-sbottom'];
const TEXT = 'A: [1000021], B: [1000005], a: [5], b: [5], C: [1000022]';

const NOT_B_C = GLUINO_EVENT.replace('\n5 1 5 ', '\n23 1 5 ');
const NOT_A_B = GLUINO_EVENT.replace('-5 1 3', '-4 1 3');
const NOT_TWO_A = GLUINO_EVENT.replace('1000021', '1000022');
/** The particle graph of the first. */
const GRAPH = '21 21 → 1000021(1000005(23 1000022) -5) 1000021(-1000005(-5 1000022) 5)';

function source(events: string, options: Partial<LheOptions> = {}) {
  const path = join(temporaryFolder(), 'events.lhe');
  writeFileSync(path, lheFile(events));
  return { path, events: readLhe(path, { topology, ...options }) };
}

async function complaint(text: string, options?: Partial<LheOptions>) {
  const { path, events } = source(text, options);
  return (await sentenceOf(collect(events))).replace(`InputError: ${path}`, '');
}

describe('an event without the topology', () => {
  it('is an error that says what was received, what expected and how to mend', async () => {
    expect(await complaint(GLUINO_EVENT + NOT_B_C)).toBe(
      `, line 28, event 1 (counted from 0): B does not go to b C; received ${GRAPH}, ` +
        `expected A → a B, B → b C twice with ${TEXT}; ` +
        'give the fraction of events that may be left out as "maxUnmatched", or give another topology.'
    );
  });

  it.each([
    ['not two A', NOT_TWO_A],
    ['A does not go to a B', NOT_A_B],
    ['B does not go to b C', NOT_B_C],
  ])('is left out and counted where that is allowed: %s', async (reason, event) => {
    const { events } = source(GLUINO_EVENT + event + GLUINO_EVENT, { maxUnmatched: 0.4 });
    const [batch] = await collect(events);
    expect([...batch.columns.event]).toEqual([0, 2]);
    expect(events.counts).toEqual({ read: 3, kept: 2, dropped: { [reason]: 1 } });
  });

  it('is allowed up to the fraction, and not beyond', async () => {
    const text = GLUINO_EVENT + NOT_B_C + NOT_A_B + NOT_B_C + GLUINO_EVENT;
    const [batch] = await collect(source(text, { maxUnmatched: 0.6 }).events);
    expect(batch.length).toBe(2);
    expect(await complaint(text, { maxUnmatched: 0.123456 })).toBe(
      `: 3 of 5 events (60 %) are not A → a B, B → b C twice with ${TEXT}, where maxUnmatched allows 12.3 %; ` +
        'most often, 2 times, B does not go to b C; ' +
        `the first is event 1 (counted from 0) on line 28, ${GRAPH}; raise maxUnmatched, or give another topology.`
    );
  });

  it('counts among the events that are read, not those behind the limit', async () => {
    const text = GLUINO_EVENT + NOT_B_C + GLUINO_EVENT.repeat(2);
    expect(await complaint(text, { maxUnmatched: 0.25, limit: 3 })).toContain(': 1 of 3 events (');
    const { events } = source(text, { maxUnmatched: 0.25, limit: 4 });
    expect((await collect(events)).map(({ length }) => length)).toEqual([3]);
  });

  it('may be in every place, which is an error whatever is allowed', async () => {
    expect(await complaint(NOT_B_C, { maxUnmatched: 1 })).toBe(
      `: none of 1 events has the topology ${TEXT}; most often, 1 times, B does not go to b C; ` +
        `the first is event 0 (counted from 0) on line 13, ${GRAPH}; give the topology that it has.`
    );
  });

  it('is not what a file without events has', async () => {
    expect(await complaint('', { maxUnmatched: 1 })).toContain(' has no events, expected');
  });

  it.each([-0.1, 1.5, NaN])('refuses %s as a fraction', (maxUnmatched) => {
    expect(() => readLhe('x.lhe', { topology, maxUnmatched })).toThrow(
      'readLhe: maxUnmatched is ' + String(maxUnmatched) + ', expected from 0 to 1.'
    );
  });
});
