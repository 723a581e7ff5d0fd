import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLhe, readLheInit, TOPOLOGIES } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

const topology = TOPOLOGIES['gluino-sbottom'];
const MEND = '; copy or make the file again.';

/** The sentence about a file with the given content, its path left out. */
async function complaint(content: string | Uint8Array) {
  const path = join(temporaryFolder(), 'events.lhe');
  writeFileSync(path, content);
  const sentence = await sentenceOf(collect(readLhe(path, { topology })));
  expect(sentence).toContain(`InputError: ${path}`);
  return sentence.replace(`InputError: ${path}`, '');
}

/** The sentence about a file whose second event is changed. */
function secondEvent(from: string | RegExp, to: string) {
  return complaint(lheFile(GLUINO_EVENT + GLUINO_EVENT.replace(from, to)));
}

describe('a damaged LHE file', () => {
  it('may be missing', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    expect(await sentenceOf(collect(readLhe(path, { topology })))).toBe(
      `InputError: ${path} cannot be read: there is no such file; check the path (ENOENT).`
    );
  });

  it('may be empty', async () => {
    expect(await complaint('')).toBe(`: the file is empty, expected Les Houches events${MEND}`);
  });

  it('may be something else', async () => {
    const expected = `, expected <LesHouchesEvents>${MEND}`;
    expect(await complaint('event,a1_E\n1,2\n')).toBe(
      `, line 1: the file begins with "event,a1_E"${expected}`
    );
    expect(await complaint(Buffer.from('\u0089PNG\r\n', 'latin1'))).toBe(
      `, line 1: the file begins with ".PNG"${expected}`
    );
    expect(await complaint(Buffer.alloc(3 << 20, 0x41))).toBe(' is not a text file.');
  });

  it('may be cut off anywhere', async () => {
    const whole = lheFile(GLUINO_EVENT);
    const lines = whole.split('\n');
    const upTo = (text: string) => lines.slice(0, lines.indexOf(text) + 1).join('\n');
    const ends = (where: string) => `the file ends ${where}, it is cut off${MEND}`;
    expect(await complaint(upTo('<header>'))).toBe(`, line 2: ${ends('within <header>')}`);
    expect(await complaint(upTo('</header>'))).toBe(`, line 6: ${ends('before <init>')}`);
    expect(await complaint(upTo('<init>'))).toBe(`, line 7: ${ends('within <init>')}`);
    expect(await complaint(upTo('<event>'))).toBe(
      `, line 13, event 0 (counted from 0): ${ends('within an event')}`
    );
    expect(await complaint(upTo('</event>'))).toBe(
      `, line 27: ${ends('before </LesHouchesEvents>')}`
    );
  });

  it('may be cut off in its gzip data', async () => {
    const packed = gzipSync(lheFile(GLUINO_EVENT.repeat(200)));
    const cut = ': the gzip data are cut off; copy or make the file again.';
    expect(await complaint(packed.subarray(0, packed.length - 5))).toBe(cut);
    expect(await complaint(packed.subarray(0, packed.length >> 1))).toBe(cut);
  });

  it('may have damaged gzip data', async () => {
    const sample = new URL(
      '../../../../datasets/samples/gluino-antler-1000-800-700.lhe.gz',
      import.meta.url
    );
    const packed = readFileSync(fileURLToPath(sample));
    packed.fill(0xff, 100_000, 100_400);
    expect(await complaint(packed)).toMatch(/the gzip data are damaged \(.*\); copy or make/);
  });

  it.each([
    ['30 0 0 30 0', 'thirty 0 0 30 0', 'px is "thirty", expected a finite number'],
    ['30 0 0 30 0', '30 0 nan 30 0', 'pz is "nan", expected a finite number'],
    ['30 0 0 30 0', '30 0 0 inf 0', 'E is "inf", expected a finite number'],
    ['30 0 0 30 0', '30\u00010 x 30 0', 'pz is "x", expected a finite number'],
    ['\n5 1 5 ', '\n5.5 1 5 ', 'id is "5.5", expected an integer'],
    ['\n5 1 5 ', '\n5 1 13 ', 'mother 1 is "13", expected a particle number from 0 to 12'],
    ['\n5 1 5 ', '\n5 1 -1 ', 'mother 1 is "-1", expected a particle number from 0 to 12'],
    ['\n5 1 5 ', '\n4294967301 1 5 ', 'id is "4294967301", expected an integer'],
    ['30 0 0 30 0 0 9', '30 0 0', 'a particle has 9 fields ("5 1 5 0 0 0 30 0 0"), expected 13'],
    ['30 0 0 30 0', '30 0 0 -30 0', 'E is "-30", expected 0 GeV or more for a final particle'],
    ['30 0 0 30 0', '31 0 0 30 0', 'E is "30", expected 31.0000 GeV from its momentum and mass'],
    [
      '30 0 0 30 0',
      '1e200 0 0 1e200 0',
      'E is "1e200", expected Infinity GeV from its momentum and mass',
    ],
  ])('may have a broken particle: %j → %j', async (from, to, what) => {
    expect(await secondEvent(from, to)).toBe(`, line 38, event 1 (counted from 0): ${what}${MEND}`);
  });

  it.each([
    [
      '12 1 1.0 -1 -1 -1',
      '12 1 1.0',
      29,
      'the first line of the event has 3 fields, expected 6 numbers',
    ],
    ['12 1 1.0', 'x 1 1.0', 29, 'the number of particles is NaN, expected a positive integer'],
    ['12 1 1.0', '12 1 nan', 29, 'the event weight is NaN, expected a finite number'],
    ['12 1 1.0', '13 1 1.0', 42, 'the event announces 13 particles, but has 12'],
    ['</event>', '<event>', 42, 'an event begins within another'],
  ])('may have a broken event: %j → %j', async (from, to, line, what) => {
    expect(await secondEvent(from, to)).toBe(
      `, line ${line}, event 1 (counted from 0): ${what}${MEND}`
    );
  });

  it('may have numbers where an event should begin', async () => {
    expect(await secondEvent('<event>', '')).toBe(
      `, line 29: there are numbers between two events, expected <event>${MEND}`
    );
  });

  it('may be two files in one', async () => {
    const two = lheFile(GLUINO_EVENT).repeat(2);
    expect(await complaint(gzipSync(two))).toBe(
      ', line 29: another file begins behind </LesHouchesEvents>; read them one by one.'
    );
  });

  it('may have more particles than announced', async () => {
    expect(await secondEvent('</event>', '5 1 5 0 0 0 1 0 0 1 0 0 9\n</event>')).toBe(
      `, line 42, event 1 (counted from 0): the event announces 12 particles, but has more${MEND}`
    );
  });

  it('may have a broken init', async () => {
    const broken = (from: string, to: string) => complaint(lheFile(GLUINO_EVENT).replace(from, to));
    expect(await broken('6500 0 0 0 0 3 2', '6500')).toBe(
      `, line 8: the line on the beams has 4 fields, expected 10 numbers${MEND}`
    );
    expect(await broken('1.0 0.3 1.0 1', '1.0 0.3')).toBe(
      `, line 9: the line on a process has 2 fields, expected 4 numbers${MEND}`
    );
    expect(await broken('2.0 0.4 1.0 2\n', '')).toBe(
      `, line 11: the init block has 1 processes, expected 2${MEND}`
    );
    expect(await broken('<init>', '<event>')).toBe(
      `, line 7: an event stands before <init>${MEND}`
    );
  });

  it('may lack init for who asks for nothing else', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    writeFileSync(path, '<LesHouchesEvents version="1.0">\n</LesHouchesEvents>\n');
    expect(await sentenceOf(readLheInit(path))).toBe(
      `InputError: ${path}, line 2: the file ends before <init>, it is cut off${MEND}`
    );
  });
});
