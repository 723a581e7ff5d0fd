import { describe, expect, it } from 'vitest';
import { fourMassesEvaluation, oneStepEvaluation } from '../../../test/support/other-topologies.ts';
import { page } from '../src/page.ts';
import { content, exactNumbers, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

describe('page, of a training for A → (a b) C', () => {
  const html = page(content(oneStepEvaluation()));
  const text = words(html);

  it('shows the one mass, and B by the other methods alone', () => {
    expect(nestingErrors(html)).toEqual([]);
    expect(text).toContain('Mass of A 1000.6 ± 1.3 GeV');
    expect(text).not.toContain('Mass of B');
    expect(text).toContain('in the decays A → (a b) C;');
    // Value, error, deviation and pull of A; of B nothing.
    expect(exactNumbers(html, 'methods-table', 'DeeLeMa')).toHaveLength(4);
    expect(exactNumbers(html, 'methods-table', 'Likelihood')).toHaveLength(8);
    expect(text).not.toMatch(/NaN|undefined/);
  });

  it('has a row for each mass of an event', () => {
    expect(exactNumbers(html, 'masses-table', 'mA2').at(-1)).toBeCloseTo(1000, 9);
    expect(exactNumbers(html, 'masses-table', 'mB1')).toEqual([]);
  });
});

describe('page, of a training with four masses', () => {
  it('shows each beside the true one', () => {
    const html = page(content(fourMassesEvaluation()));
    const text = words(html);
    expect(text).toContain('Mass of E 800.50 ± 0.70 GeV');
    expect(text).toContain('Masses of A, B, D and E, GeV;');
    // The fixture's 1000.6 ± 1.3 and 800.5 ± 0.7, twice, with deviation and pull.
    expect(exactNumbers(html, 'methods-table', 'DeeLeMa')).toHaveLength(16);
    expect(exactNumbers(html, 'masses-table', 'mE2').at(-1)).toBeCloseTo(800, 9);
  });

  it('says where the truth is of no use', () => {
    const { truth, ...others } = fourMassesEvaluation();
    if (truth === null) throw new Error('The fixture knows the truth.');
    const none = { events: 0, components: [] };
    const { A } = truth.masses;
    const strange = { ...truth, masses: { A }, rightPairing: none, wrongPairing: none };
    const text = words(page(content({ ...others, truth: { ...strange, heatMaps: [] } })));
    expect(text).toContain('Mass of D 1000.6 ± 1.3 GeV');
    expect(text).toContain('true mass not known');
    expect(text).toContain('its invisible momenta have no true partners.');
  });
});
