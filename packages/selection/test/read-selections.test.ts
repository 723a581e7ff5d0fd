import { InputError } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { readSelections } from '../src/index.ts';

const file = (...selections: Record<string, unknown>[]) => ({
  path: 'some.arrow',
  metadata: { sample: 'toy', selections },
});

describe('readSelections', () => {
  it('gives the cuts of a file', () => {
    const cuts = [{ ptmissMin: 30 }, { visible: { a: { ptMin: 20, etaMax: 2.5 } } }];
    expect(readSelections(file(...cuts))).toEqual(cuts);
    expect(readSelections({ path: 'some.arrow', metadata: { sample: 'toy' } })).toEqual([]);
  });

  it.each([{ metMin: 30 }, { ptmissMin: 'much' }, { visible: { c: { ptMin: 3 } } }])(
    'refuses %j',
    (cuts) => {
      expect(() => readSelections(file({}, cuts))).toThrow(
        new InputError(
          `some.arrow: its metadata entry selections is ${JSON.stringify(cuts)}, expected cuts as in preprocess.selection; update deelema or write the file anew.`
        )
      );
    }
  );
});
