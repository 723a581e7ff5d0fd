import { describe, expect, it } from 'vitest';
import { GridFileError, readLhapdfGrid } from '../src/index.ts';
import { gridFile, HEADER, type Block } from './support/grid-file.ts';

const BLOCK: Block = {
  x: [0.001, 0.01, 0.1, 1],
  q: [2, 4],
  flavours: [2, 21],
  xf: (flavour, x) => flavour * (1 - x),
};
const GOOD = gridFile(BLOCK);
// Lines: 1 to 3 header, 4 knots in x, 5 in Q, 6 flavours, 7 to 14 values, 15 separator.
const withLine = (number: number, text: string): string =>
  GOOD.split('\n')
    .with(number - 1, text)
    .join('\n');

const CASES: readonly (readonly [what: string, text: string, message: string])[] = [
  ['an empty file', '', 'set ends without a line ---'],
  ['a file cut short', GOOD.slice(0, -20), 'set ends without a line ---'],
  [
    'another format',
    GOOD.replace('lhagrid1', 'lhagrid2'),
    'set: Format lhagrid2 in the header, expected lhagrid1.',
  ],
  [
    'no format',
    GOOD.replace('Format: lhagrid1\n', ''),
    'set: no Format in the header, expected lhagrid1.',
  ],
  ['a header alone', HEADER, 'set: no block of values received, expected one or more.'],
  ['an empty block', `${GOOD}---\n`, 'set, block 2: 0 lines received, expected knots in x'],
  ['a word', withLine(9, '0.1 abc'), "set, line 9: 'abc' received, expected a number."],
  ['NaN', withLine(9, '0.1 nan'), "set, line 9: 'nan' received, expected a number."],
  [
    'a short line',
    withLine(10, '0.1'),
    'set, line 10: 1 values received, expected 2, one per flavour.',
  ],
  [
    'a long line',
    withLine(10, '1 2 3'),
    'set, line 10: 3 values received, expected 2, one per flavour.',
  ],
  [
    'a missing line',
    withLine(10, ''),
    'set, line 14: the block ends after 7 lines of values, expected 8 (4 knots in x times 2 in Q).',
  ],
  [
    'three knots in x',
    withLine(4, '.1 .2 1'),
    'set, line 4: knots in x: 3 received, expected 4 or more.',
  ],
  ['one knot in Q', withLine(5, '2'), 'set, line 5: knots in Q: 1 received, expected 2 or more.'],
  [
    'falling knots',
    withLine(5, '4 2'),
    'set, line 5: knots in Q: 2 after 4 received, expected rising from above 0.',
  ],
  [
    'x = 0',
    withLine(4, '0 .1 .2 1'),
    'set, line 4: knots in x: 0 after 0 received, expected rising from above 0.',
  ],
  [
    'x above 1',
    withLine(4, '.1 .2 1 2'),
    'set, line 4: last knot in x 2 received, expected at most 1.',
  ],
  [
    'no gluon',
    withLine(6, '1 2'),
    'set, line 6: flavours 1 2 received, expected PDG ids with the gluon, 21, among them.',
  ],
  [
    'a flavour twice',
    withLine(6, '21 21'),
    'set, line 6: flavour 21 received twice, expected once.',
  ],
  [
    'a gap between subgrids',
    gridFile(BLOCK, { ...BLOCK, q: [5, 6] }),
    'set, block 2: first knot in Q 5 GeV received, expected 4 GeV, where the block before it ends.',
  ],
];

describe('readLhapdfGrid refuses', () => {
  it.each(CASES)('%s', (_, text, message) => {
    expect(() => readLhapdfGrid(text, { name: 'set' })).toThrow(GridFileError);
    expect(() => readLhapdfGrid(text, { name: 'set' })).toThrow(message);
  });

  it('nothing of the file that these are made from', () => {
    expect(readLhapdfGrid(GOOD).xf(2, 0.1, 9)).toBeCloseTo(1.8, 14);
  });
});
