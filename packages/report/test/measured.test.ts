import type { Evaluation } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { frozenEvaluation, measuredEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { page } from '../src/page.ts';
import { content, exactNumbers, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

const WARNING = 'Do not take these masses at face value.';

type Measured = NonNullable<Evaluation['measured']>;

/** The page of a training that measured, with something of the measurement changed. */
function measuredPage(change: Partial<Measured> = {}, others: Partial<Evaluation> = {}): string {
  const evaluation = measuredEvaluation();
  const { measured } = evaluation;
  if (measured === null) throw new Error('The fixture measures nothing.');
  return page(content({ ...evaluation, measured: { ...measured, ...change }, ...others }));
}

describe('page, of a training that measures', () => {
  it('leads with the masses, their errors and the uncorrected values', () => {
    const html = measuredPage();
    const text = words(html);
    // Two digits of the error, and of its parts as many places.
    expect(text).toContain(
      'Mass of A 1000.6 ± 1.3 GeV error: statistical 1.2, calibration 0.4, network 0.3 GeV ' +
        'before the correction of its bias 999.1 GeV true 1000.00 GeV, deviation +0.6 (+0.5 σ)'
    );
    expect(text).toContain('Mass of B 800.50 ± 0.70 GeV error: statistical 0.60, calibration 0.30');
    expect(text).toContain('deviation +0.50 (+0.7 σ)');
    expect(text).not.toContain('Auxiliary masses');
    expect(nestingErrors(html)).toEqual([]);
  });

  it('shows every warning above the masses, and no box without one', () => {
    const text = words(measuredPage({ warnings: ['One <reason>.', 'Another reason.'] }));
    expect(text).toContain(`${WARNING} One &lt;reason&gt;.Another reason. Mass of A`);
    expect(words(measuredPage({ warnings: [] }))).not.toContain(WARNING);
    expect(words(page(content()))).not.toContain(WARNING);
    const experiments = { events: 9, failed: 0, pulls: {}, warnings: ['Errors are too small.'] };
    const doubted = words(measuredPage({ warnings: [], experiments }));
    expect(doubted).toContain(`${WARNING} Errors are too small.`);
  });

  it('tells what the masses were measured with', () => {
    const text = words(measuredPage());
    expect(text).toContain('Events 1\u202f000Simulated events for the bias 4\u202f000');
    expect(text).toContain('Correlation of the errors of A and B 0.93');
    expect(text).toContain('Resolutions τA 2.50, τB 1.25 GeV');
    expect(text).toContain(
      'Pseudo-experiments 4 of 1\u202f000 events (1 without a maximum); pulls of mA: mean 0.50 ± 0.25, width 0.50 ± 0.25; pulls of mB: mean −0.25 ± 0.50, width 1.25 ± 0.50'
    );
    expect(text).toContain('Half 2 of the events alone mA 999.4, mB 800.10 GeV, uncorrected');
    const bare = { simulatedEvents: 0, correlation: null, resolutions: {}, folds: [] };
    const little = words(measuredPage(bare));
    expect(little).not.toMatch(/Simulated events|Correlation of the errors|Resolutions|Half 1/);
  });

  it('compares the methods with errors and pulls, corrected and not', () => {
    const html = measuredPage();
    const [mA, error, offA, pullA] = exactNumbers(html, 'methods-table', 'DeeLeMa');
    expect([mA, error]).toEqual([1000.6, 1.3]);
    expect(offA).toBeCloseTo(0.6, 9);
    expect(pullA).toBeCloseTo(0.6 / 1.3, 9);
    const row = exactNumbers(html, 'methods-table', 'DeeLeMa, uncorrected');
    expect(row[0]).toBe(999.1);
    // √(1.2² + 0.3²) without the calibration's 0.4.
    expect(row[1]).toBeCloseTo(Math.sqrt(1.44 + 0.09), 12);
    expect(words(html)).toContain('corrected for the bias found with 4000 simulated events');
  });

  it('has no uncorrected values where nothing was corrected', () => {
    const { measured } = measuredEvaluation();
    const masses = Object.entries(measured?.masses ?? {}).map(
      ([name, mass]) => [name, { ...mass, calibration: null, uncorrected: null }] as const
    );
    const text = words(measuredPage({ masses: Object.fromEntries(masses) }));
    expect(text).not.toContain('DeeLeMa, uncorrected');
    expect(text).not.toContain('before the correction');
    expect(text).toContain('calibration –,');
  });

  it('says nothing of deviations where the truth is not known', () => {
    const html = measuredPage({}, { truth: null });
    expect(words(html)).toContain(
      'before the correction of its bias 999.1 GeV true mass not known'
    );
    expect(html).not.toContain('deviation');
    expect(nestingErrors(html)).toEqual([]);
  });

  it('tells how often the pairing is right, and how often it is in the file', () => {
    const text = words(measuredPage());
    expect(text).toContain('rightly in 93.0 ± 1.3 % of the events (372 of 400).');
    expect(text).toContain('As they stand in the file, 320 of 400 are paired rightly.');
    expect(text).toContain('events of which the network chooses the right pairing');
    // Background has no pairing: 100 events more change nothing.
    expect(words(measuredPage({}, { events: 500 }))).toContain(
      'in the file, 320 of 400 are paired'
    );
    const blind = measuredPage({}, { truth: null });
    expect(words(blind)).not.toContain('Pairing of a and b');
    expect(words(page(content(frozenEvaluation())))).not.toContain('Pairing of a and b');
  });

  it('tells the recipe, and the epochs of each phase', () => {
    const text = words(measuredPage());
    expect(text).toContain('Recipe deelema, topology antler');
    expect(text).toContain('trained for 5 epochs (measure 1: 3, measure 2: 2)');
    expect(text).toContain('Every event has the pairing of a and b that the network chooses.');
    expect(text).toContain('Every event was solved at the measured masses');
    expect(words(page(content()))).not.toContain('Every event was solved');
  });
});
