import { describe, expect, it } from 'vitest';
import { checkStudy, config } from '../src/config.mjs';

describe('the axis of the groups', () => {
  const axes = ['spectrum', 'seed'].map((name) => ({ name, values: {} }));
  const complaints = (over: string | undefined, named = axes) =>
    checkStudy(config.parse({ over }), { axes: named, members: [], until: 'evaluate' });

  it('is one of the matrix, or left out', () => {
    expect(complaints('seed')).toEqual([]);
    expect(complaints(undefined, [])).toEqual([]);
  });

  it('is told where the matrix has no such axis, or is not there', () => {
    expect(complaints('sead')).toEqual([
      {
        path: ['over'],
        sentence: 'names no axis "sead" of the study\'s matrix. Did you mean "seed"?',
      },
    ]);
    expect(complaints('seed', [])).toEqual([
      { path: ['over'], sentence: 'names the axis "seed", and the study has no matrix.' },
    ]);
  });

  it('has a name', () => {
    expect(config.safeParse({ over: '' }).success).toBe(false);
    expect(config.safeParse({ over: ['seed'] }).success).toBe(false);
  });
});
