import { tableSchema, type TableMember } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { groupsOver } from '../src/groups.ts';
import { makeTable } from '../src/make-table.ts';
import { shownByDefault } from '../src/shown.ts';
import { someDocuments } from './support/members.ts';

const published = { source: 'Table I', values: { m: 3 } };

function member(labels: TableMember['labels'], value: number | null): TableMember {
  const name = Object.values(labels).join('-') || 'listed';
  return { name, labels, sample: '', numbers: { m: { value, error: null } }, published };
}

describe('groups of members', () => {
  it('differ in one axis alone, in the order of their first members', () => {
    const groups = groupsOver('seed', [
      member({}, 1),
      member({ spectrum: 'z', seed: '1', recipe: 'p' }, 1),
      member({ spectrum: 'a', seed: '1', recipe: 'p' }, 2),
      member({ spectrum: 'z', seed: '2', recipe: 'p' }, 3),
      member({ spectrum: 'z', seed: '2', recipe: 'd' }, 4),
    ]);
    expect(groups.map(({ name, labels, members }) => ({ name, labels, members }))).toEqual([
      { name: 'z-p', labels: { spectrum: 'z', recipe: 'p' }, members: 2 },
      { name: 'a-p', labels: { spectrum: 'a', recipe: 'p' }, members: 1 },
      { name: 'z-d', labels: { spectrum: 'z', recipe: 'd' }, members: 1 },
    ]);
  });

  it('are one, called all, where there is no other axis', () => {
    const [group, ...others] = groupsOver('seed', [
      member({ seed: '1' }, 1),
      member({ seed: '2' }, 2),
    ]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ name: 'all', labels: {}, members: 2 });
  });

  it('have mean, spread and error of the mean', () => {
    const values = [2, 4, 4, 10];
    const [{ numbers }] = groupsOver(
      'seed',
      values.map((value, i) => member({ seed: `${i}` }, value))
    );
    // By hand: mean 5, deviations −3, −1, −1, 5, variance 36 / 3, error √12 / √4 = √3.
    expect(numbers.m).toEqual({
      members: 4,
      mean: 5,
      spread: Math.sqrt(12),
      meanError: Math.sqrt(12) / 2,
    });
  });

  it('count only members that have a number; one alone has no spread', () => {
    const rows = [null, 7, null].map((value, i) => member({ seed: `${i}` }, value));
    const [{ members, numbers }] = groupsOver('seed', rows);
    expect(members).toBe(3);
    expect(numbers.m).toEqual({ members: 1, mean: 7, spread: null, meanError: null });
    const [nothing] = groupsOver('seed', [member({ seed: '1' }, null)]);
    expect(nothing.numbers.m).toEqual({ members: 0, mean: null, spread: null, meanError: null });
  });

  it('have a publication only if all members have the same', () => {
    const [one, two] = [member({ seed: '1' }, 1), member({ seed: '2' }, 2)];
    const of = (other: TableMember) => groupsOver('seed', [one, other])[0].published;
    expect(of(two)).toEqual(published);
    expect(of({ ...two, published: { ...published, values: { m: 4 } } })).toBeNull();
    expect(of({ ...two, published: null })).toBeNull();
  });
});

describe('the table of a study with seeds and a publication', () => {
  const documents = someDocuments();
  const { evaluation } = documents;
  const number = { title: 'm_A1, width', unit: 'GeV', ours: null, error: null };
  const nothing = { difference: null, relative: null, sigmas: null };
  const numbers = [{ quantity: 'perEvent.m_A1.width', value: 13.31, ...number, ...nothing }];
  const read = ['1', '2'].map((seed) => ({
    name: `toy-${seed}`,
    labels: { spectrum: 'toy', seed },
    ...documents,
    evaluation: { ...evaluation, published: { source: 'Table I', numbers } },
  }));
  const table = tableSchema.parse(makeTable('s', read, 'seed'));
  const expected = { source: 'Table I', values: { 'perEvent.m_A1.width': 13.31 } };

  it('has what the publication says of each member and group', () => {
    expect(table.members.map((row) => row.published)).toEqual([expected, expected]);
    expect(table.groups).toMatchObject({
      over: 'seed',
      groups: [{ name: 'toy', published: expected }],
    });
  });

  it('has no groups if nobody asks for them', () => {
    expect(makeTable('s', read).groups).toBeNull();
  });

  it('shows the quantities that it gives behind the usual ones', () => {
    expect(shownByDefault(table).at(-1)).toBe('perEvent.m_A1.width');
    const { quantities, members } = table;
    const others = members.map((row) => ({ ...row, published: null }));
    expect(shownByDefault({ quantities, members: others })).toEqual(
      shownByDefault(table).slice(0, -1)
    );
  });
});
