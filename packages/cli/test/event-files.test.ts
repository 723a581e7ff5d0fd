import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeEvents, listForeign, writeEvents } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { makeEvents } from '../../../test/support/make-events.ts';
import { sentenceOf } from '../../../test/support/rejection.ts';
import { GLUINO_SAMPLE, sampleFile } from '../../../test/support/samples.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { readColumnMap } from '../src/event-files/column-map.ts';
import { contentsText } from '../src/event-files/contents-text.ts';
import { descriptionText } from '../src/event-files/description-text.ts';
import { interruptible } from '../src/event-files/interruption.ts';
import { rateLine } from '../src/event-files/rate-line.ts';
import { leftOutText, sizeText, table } from '../src/event-files/text.ts';

function file(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('a column map in a YAML file', () => {
  it('stands alone or under columns, as in a dataset', () => {
    const map = { a1: { pt: 'jet_pt[0]', eta: 'e', phi: 'p', m: 0 }, weight: 'w', a2_E: 'f' };
    const text = 'a1: { pt: "jet_pt[0]", eta: e, phi: p, m: 0 }\nweight: w\na2_E: f\n';
    expect(readColumnMap(file('map.yaml', text))).toEqual(map);
    const inside = `columns:\n${text.replace(/^/gm, '  ')}`;
    expect(readColumnMap(file('map.yaml', inside))).toEqual(map);
  });

  it.each([
    ['a1: x\n', /map\.yaml:1: a1 is "x", expected a mapping of its components/],
    ['a1_E: e\nweight: { x: w }\n', /map\.yaml:2: weight is \{"x":"w"\}, expected the name/],
    ['wieght: w\n', /map\.yaml:1: unknown column "wieght"\. Did you mean "weight"\?$/],
    ['b1:\n  px: [1]\n', /map\.yaml:1: b1 is \{"px":\[1\]\}, expected a mapping/],
    ['weight: true\n', /map\.yaml:1: weight is true, expected/],
    ['weight: ""\n', /map\.yaml:1: weight is "", expected/],
    ['weight: .inf\n', /map\.yaml:1: weight is Infinity, expected/],
    [
      'a1:\n  pt: p\n  etta: e\n',
      /map\.yaml:3: unknown component "a1\.etta"\. Did you mean "eta"\?$/,
    ],
    [
      'ptmiss: { mass: m }\n',
      /map\.yaml:1: unknown component "ptmiss\.mass"\. Expected one of x, y/,
    ],
    ['- a\n', /expected a mapping/],
  ])('is refused if it is %j', (text, expected) => {
    expect(() => readColumnMap(file('map.yaml', text))).toThrow(expected);
  });
});

describe('what inspect prints', () => {
  it('says of an LHE file all that it says, masses and first events', async () => {
    const path = sampleFile(GLUINO_SAMPLE);
    const text = descriptionText(await describeEvents(path, { limit: 100 }));
    for (const line of [
      'events: 100',
      'topology: A: [1000021], B: [1000005], a: [5], b: [5], C: [1000022]',
      'beams: 6500 + 6500 GeV',
      'cross-section: 0.2014017 ± 0.0008263316 pb',
      'process 9999: 0.2014017 ± 0.0008263316 pb, largest weight 1',
      'sum of weights: 100, 0 negative',
      '  event (uint32)',
      '  weight (float64)',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toMatch(/^ {2}A1 +999\.\d+ +1000 +1000(\.\d+)?$/m);
    expect(text.match(/^event [012], weight 1 +E +px +py +pz$/gm)).toHaveLength(3);
    expect(
      Math.max(
        ...text
          .split('\n')
          .slice(4)
          .map((line) => line.length)
      )
    ).toBeLessThan(104);
  });

  it('says which cuts were made', async () => {
    const path = join(temporaryFolder(), 'cut.arrow');
    const batch = { length: 1, columns: { b1_px: Float64Array.of(3) } };
    const selections = [{ visible: { a: { ptMin: 20 } } }, { ptmissMin: 30 }];
    await writeEvents(path, { columns: ['b1_px'], sample: 'toy', selections }, [batch]);
    const lines = descriptionText(await describeEvents(path)).split('\n');
    expect(lines).toContain('cuts: {"visible":{"a":{"ptMin":20}}}');
    expect(lines).toContain('cuts: {"ptmissMin":30}');
  });

  it('leaves out what a file does not say', async () => {
    const path = join(temporaryFolder(), 'mt2.arrow');
    const columns = ['event', 'mt2_b'];
    const events = makeEvents(columns, 2, (_, row) => row);
    await writeEvents(path, { columns, sample: 'toy' }, [events]);
    const text = descriptionText(await describeEvents(path));
    expect(text).not.toMatch(/cross-section|beams|weights|mass|topology|undefined|null/);
    expect(text).toContain('sample: toy');
  });

  it('lists the columns of another file, and says how to map them', async () => {
    const path = file('jets.csv', 'jet_pt,note\n1.5,x\n');
    const text = contentsText(path, (await listForeign(path))!);
    expect(text).toContain(`${path}: 1 entries`);
    expect(text).toMatch(/^ {2}jet_pt +number +1\.5$/m);
    expect(text).toMatch(/^ {2}note +text +x$/m);
    expect(text).toContain('--columns map.yaml');
  });
});

describe('text', () => {
  it('gives reasons, sizes and tables', () => {
    expect(leftOutText({ 'not two A': 12, 'B does not go to b C': 0 })).toBe('12 (not two A)');
    expect([0, 999, 1000, 2_214_000, 3e13].map(sizeText)).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '2.21 MB',
      '30 TB',
    ]);
    expect(table([['head', 'E'], ['a1', '10'], ['c']])).toEqual([
      'head     E',
      '  a1    10',
      '  c',
    ]);
  });
});

describe('rateLine', () => {
  it('writes about once a second on a terminal, and clears its line', () => {
    let [time, written] = [0, ''];
    const stream = { isTTY: true, write: (text: string) => ((written += text), true) };
    const line = rateLine(stream, () => time);
    line.clear();
    for (time = 0; time < 2500; time += 100) line.update(10 * time);
    expect(written).toBe(
      '\r\x1b[K10000 events, 10000 events/s\r\x1b[K20000 events, 10000 events/s'
    );
    line.clear();
    expect(written.endsWith('\r\x1b[K')).toBe(true);
  });
});

describe('interruptible', () => {
  it('says whether the work was done', async () => {
    expect(await interruptible(() => Promise.resolve())).toBe(true);
    expect(await sentenceOf(interruptible(() => Promise.reject(new Error('no'))))).toBe(
      'Error: no'
    );
  });

  it('aborts the signal on Ctrl-C, and listens no longer than the work', async () => {
    const before = process.listenerCount('SIGINT');
    const done = interruptible(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        })
    );
    process.emit('SIGINT');
    expect(await done).toBe(false);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
