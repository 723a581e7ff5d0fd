import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../src/text/markup.ts';
import { setRuns } from '../../src/text/svg-runs.ts';

describe('parseMarkup', () => {
  it('splits a label into italic, subscript, superscript and plain runs', () => {
    expect(parseMarkup('*M*_{T2}^{(b)} [GeV]')).toEqual([
      { text: 'M', italic: true, level: 'base' },
      { text: 'T2', italic: false, level: 'sub' },
      { text: '(b)', italic: false, level: 'super' },
      { text: ' [GeV]', italic: false, level: 'base' },
    ]);
  });

  it('leaves lone marks as they are', () => {
    const text = (label: string) => parseMarkup(label).map((run) => run.text);
    expect(text('2 * 3').join('')).toBe('2 * 3');
    expect(text('m_A ^ 2').join('')).toBe('m_A ^ 2');
    expect(text('')).toEqual([]);
  });
});

describe('setRuns', () => {
  it('shifts a subscript down and the text behind it back up', () => {
    const svg = '<text font-size="10px" fill="#000">*m*_{A} x</text><text>*m*</text>';
    expect(setRuns(svg)).toBe(
      '<text font-size="10px" fill="#000"><tspan font-style="italic">m</tspan>' +
        '<tspan dy="2.2" font-size="7.2px">A</tspan><tspan dy="-2.2"> x</tspan></text>' +
        '<text>*m*</text>'
    );
  });
});
