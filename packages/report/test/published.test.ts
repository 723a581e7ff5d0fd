import { describe, expect, it } from 'vitest';
import type { Evaluation } from '@deelema/records';
import { page } from '../src/page.ts';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { content, exactNumbers, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

const PUBLISHED: NonNullable<Evaluation['published']> = {
  source: 'A table <1>',
  numbers: [
    {
      ...{ quantity: 'auxiliary.mA', title: 'm̃_A', unit: 'GeV', value: 1000.45, ours: 1001 },
      ...{ error: null, difference: 0.55, relative: 0.55 / 1000.45, sigmas: null },
    },
    {
      ...{ quantity: 'likelihood.mB', title: 'm_B by likelihood', unit: 'GeV', value: 801 },
      ...{ ours: 800.3, error: 0.6, difference: -0.7, relative: -0.7 / 801, sigmas: -0.7 / 0.6 },
    },
    {
      ...{ quantity: 'deviation.mA', title: 'deviation', unit: '', value: 0.0002 },
      ...{ ours: null, error: null, difference: null, relative: null, sigmas: null },
    },
  ],
};

describe('page, beside a publication', () => {
  const html = page(content({ ...frozenEvaluation(), published: PUBLISHED }));

  it('shows both numbers and how far apart they are', () => {
    expect(exactNumbers(html, 'published-table', 'm̃A')).toEqual([
      ...[1001, 1000.45, 0.55, 0.55 / 1000.45],
    ]);
    expect(exactNumbers(html, 'published-table', 'mB')).toEqual([
      ...[800.3, 0.6, 801, -0.7, -0.7 / 801, -0.7 / 0.6],
    ]);
    const text = words(html);
    expect(text).toContain('m̃A [GeV] 1001.001000.45+0.55+0.05 %–');
    expect(text).toContain('mB by likelihood [GeV] 800.30 ± 0.60801−0.70−0.09 %−1.2 σ');
    expect(text).toContain('deviation –0.0002–––');
    expect(nestingErrors(html)).toEqual([]);
  });

  it('names the source, and says that it is not used', () => {
    expect(words(html)).toContain('Ours beside those of A table &lt;1&gt;');
    expect(words(html)).toContain('shown beside ours and never used');
  });

  it('has no such part where no publication is given', () => {
    expect(page(content())).not.toContain('published');
  });
});
