import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTopology, resolveTopology, TOPOLOGIES } from '../../src/index.ts';
import { sentenceOf } from '../../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

function file(events: string): string {
  const path = join(temporaryFolder(), 'events.lhe');
  writeFileSync(path, lheFile(events));
  return path;
}

describe('findTopology', () => {
  it('finds particles it has no name for', async () => {
    const squarks = GLUINO_EVENT.replaceAll('1000021 2', '1000002 2')
      .replaceAll('1000005 2', '1000024 2')
      .replace('-5 1 3', '1 1 3')
      .replace('5 1 4', '-3 1 4')
      .replace('5 1 5', '-11 1 5')
      .replace('-5 1 7', '13 1 7')
      .replaceAll('1000022 1 5', '1000012 1 5')
      .replaceAll('1000022 1 7', '1000014 1 7');
    expect(await findTopology(file(squarks))).toEqual({
      A: [1000002],
      B: [1000024],
      a: [1, 3],
      b: [11, 13],
      C: [1000012, 1000014],
    });
  });

  it('puts the ids of many events together', async () => {
    const neutralino = GLUINO_EVENT.replaceAll('1000022 1', '1000039 1');
    const { C } = await findTopology(file(GLUINO_EVENT + neutralino));
    expect(C).toEqual([1000022, 1000039]);
  });

  it('finds a pair that comes from one resonance', async () => {
    const resonance = GLUINO_EVENT.replace('12 1 1.0', '13 1 1.0')
      .replaceAll('1000021 2 1 2', '1000021 2 13 13')
      .replace('</event>', '32 2 1 2 0 0 0 0 0 1800 1800 0 9\n</event>');
    expect(await findTopology(file(resonance))).toEqual(TOPOLOGIES['gluino-sbottom']);
  });

  it('passes over events of another shape', async () => {
    const hadronic = GLUINO_EVENT.replace('1000022 1 5', '3 1 5');
    expect(await findTopology(file(hadronic + GLUINO_EVENT))).toEqual(TOPOLOGIES['gluino-sbottom']);
  });

  it('shows the first event if it finds nothing', async () => {
    const path = file(GLUINO_EVENT.replaceAll('1000022 1', '22 1').repeat(2));
    expect(await sentenceOf(findTopology(path))).toBe(
      `InputError: ${path}: none of the first 2 events has two branches A → a B, B → b C with one invisible C ` +
        'each; the first event is 21 21 → 1000021(1000005(5 22) -5) 1000021(-1000005(-5 22) 5); give the topology ' +
        'by hand in PDG ids, e.g. A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14].'
    );
  });

  it('says so if there is no event', async () => {
    const path = file('');
    expect(await sentenceOf(findTopology(path))).toBe(
      `InputError: ${path} has no events, expected at least one; copy or make the file again.`
    );
  });

  it('survives mothers that go round in a circle', async () => {
    const circle = GLUINO_EVENT.replace('1000021 2 1 2', '1000021 2 5 5').replaceAll(
      '1000022 1',
      '22 1'
    );
    expect(await sentenceOf(findTopology(file(circle)))).toContain('give the topology by hand');
  });
});

describe('resolveTopology', () => {
  it('takes a topology, a name or auto', async () => {
    const named = TOPOLOGIES['gluino-sbottom'];
    expect(await resolveTopology('unread.lhe', named)).toBe(named);
    expect(await resolveTopology('unread.lhe', 'gluino-sbottom')).toBe(named);
    expect(await resolveTopology(file(GLUINO_EVENT), 'auto')).toEqual(named);
  });

  it('knows no other names', async () => {
    expect(await sentenceOf(resolveTopology('unread.lhe', 'ttbar' as 'auto'))).toBe(
      'InputError: There is no topology ttbar; expected one of ttbar-dilepton, gluino-sbottom.'
    );
  });
});
