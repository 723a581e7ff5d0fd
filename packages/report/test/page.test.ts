import { describe, expect, it } from 'vitest';
import { page } from '../src/page.ts';
import {
  evaluationWithoutBaselines,
  frozenEvaluation,
} from '../../../test/support/frozen-evaluation.ts';
import { content, exactNumbers, words } from './support/content.ts';
import { nestingErrors } from './support/well-formed.ts';

const NASTY = `<script>alert("x")</script> & 'quotes' <img src=x onerror=y>`;

describe('page', () => {
  it('is well-formed and has no id twice', () => {
    const html = page(content());
    expect(nestingErrors(html)).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...html.matchAll(/aria-labelledby="([^"]*)"/g)].map(([, id]) => id);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('needs nothing but itself', () => {
    const html = page(content());
    // Names of XML namespaces are no addresses.
    const addresses = html.replace(/xmlns(:\w+)?="[^"]*"/g, '').replace(/<script.*<\/script>/s, '');
    expect(addresses).not.toMatch(/https?:|\/\/\w|@import|<link|<iframe|\ssrc=/i);
    expect([...html.matchAll(/\s(?:xlink:)?href="(?!#|data:)/g)]).toEqual([]);
  });

  it('shows the numbers of every mass as they stand in the JSON', () => {
    const { masses, truth } = frozenEvaluation();
    const html = page(content());
    for (const [name, family] of [
      ['m_A1', 'A'],
      ['m_A2', 'A'],
      ['m_B1', 'B'],
      ['m_B2', 'B'],
    ] as const) {
      const { mean, width, meanError, median, quantile16, quantile84, peak } = masses[name];
      const spread = [quantile16, quantile84, peak.value, peak.error];
      const expected = [mean, width, meanError, median, ...spread, truth?.masses[family].median];
      expect(exactNumbers(html, 'masses-table', name.replace('_', ''))).toEqual(expected);
    }
    expect(words(html)).toContain(
      `${masses.m_B1.mean?.toFixed(2)} ± ${masses.m_B1.width?.toFixed(2)}`
    );
  });

  it('shows the numbers of baselines and momenta as they stand in the JSON', () => {
    const { baselines, truth } = frozenEvaluation();
    const html = page(content());
    for (const [name, heading, family] of [
      ['mt2_b', 'MT2(b)', 'B'],
      ['m2cc_b', 'M2CC(b)', 'B'],
      ['mt2_ab', 'MT2(ab)', 'A'],
      ['m2cc_ab', 'M2CC(ab)', 'A'],
    ] as const) {
      const { events, nonFinite, mean, quantile99, max, endpoint } = baselines[name] ?? {};
      const known = [events, nonFinite, mean, quantile99, max, endpoint?.value, endpoint?.error];
      const expected = [...known, truth?.masses[family].median].filter((x) => x !== null);
      expect(exactNumbers(html, 'baselines-table', heading)).toEqual(expected);
    }
    for (const [table, metrics] of [
      ['momenta-table', truth?.rightPairing],
      ['exchanged-table', truth?.wrongPairing],
      ['m2cc-momenta-table', truth?.m2cc?.rightPairing],
      ['m2cc-exchanged-table', truth?.m2cc?.wrongPairing],
    ] as const) {
      expect(metrics?.components).toHaveLength(6);
      for (const component of metrics?.components ?? []) {
        const { correlation, residualMean, residualWidth } = component;
        const numbers = exactNumbers(html, table, component.component);
        expect(numbers).toEqual([correlation, residualMean, residualWidth]);
      }
    }
  });

  it('tells what each method finds, its error and its deviation', () => {
    const { baselines, measurements } = frozenEvaluation();
    const html = page(content());
    const row = (method: string) => exactNumbers(html, 'methods-table', method);
    // Auxiliary masses of 1001 and 799 GeV, true ones 1000 and 800 up to rounding.
    const [mA, offA, mB, offB] = row('DeeLeMa');
    expect([mA, mB]).toEqual([1001, 799]);
    expect(offA).toBeCloseTo(1, 9);
    expect(offB).toBeCloseTo(-1, 9);
    const { likelihood } = measurements;
    const [value, error, deviation, pull] = row('Likelihood');
    expect([value, error]).toEqual([likelihood?.mA.value, likelihood?.mA.error]);
    // 1000.4 ± 0.8 and 1000.
    expect(deviation).toBeCloseTo(0.4, 9);
    expect(pull).toBeCloseTo(0.5, 9);
    expect(row('Endpoints of MT2')[0]).toBe(baselines.mt2_ab.endpoint.value);
    const text = words(html);
    expect(text).toContain('Likelihood 1000.40 ± 0.80+0.40 (+0.5 σ)800.30 ± 0.60+0.30 (+0.5 σ)');
    expect(text).toContain('Solvability 1002.0 ± 4.0');
    // The toy of the tests has no endpoint of M_2CC(ab), and one of M_2CC(b).
    expect(text).toContain('Endpoints of M2CC ––828.0 ± 4.6');
  });

  it('compares with the mean of the true masses where their median is not known as finely', () => {
    const { truth, measurements, ...others } = frozenEvaluation();
    if (truth === null) throw new Error('The frozen evaluation knows the truth.');
    const offA = (mean: number, median: number) => {
      const masses = { ...truth.masses, A: { ...truth.masses.A, mean, median } };
      const html = page(content({ ...others, measurements, truth: { ...truth, masses } }));
      return exactNumbers(html, 'methods-table', 'DeeLeMa')[1];
    };
    // The auxiliary mass is 1001 GeV; medians are known to 2⁻¹⁸, 4 MeV.
    expect(offA(999.9999, 999.998)).toBeCloseTo(1.0001, 9);
    expect(offA(999.9, 1000.2)).toBeCloseTo(0.8, 9);
  });

  it('says how endpoints were fitted, and why one is missing', () => {
    const text = words(page(content()));
    expect(text).toMatch(
      /MT2\(b\): a step, between 764\.7 and 835\.7 GeV, 240 events.*error 0\.75 GeV statistical, 0\.00 GeV by/
    );
    expect(text).toContain(
      'M2CC(ab): none. No density with an endpoint describes the distribution in any window.'
    );
    expect(text).toContain('M2CC(b): 392 solved, proven, 4 without a solution, 4 unresolved.');
  });

  it('says so where the baseline wrote M_T2 only, and measured nothing', () => {
    const { baselines, histograms, truth, ...others } = frozenEvaluation();
    const none = { m2cc_b: null, m2cc_ab: null };
    const html = page(
      content({
        ...others,
        baselines: { ...baselines, ...none },
        histograms: { ...histograms, ...none },
        truth: truth && { ...truth, m2cc: null },
        measurements: { likelihood: null, solvability: null },
      })
    );
    const text = words(html);
    expect(text).toContain('M2CC(ab) not runnot runnot runnot runnot runnot run1000.00 (A)');
    expect(text).toContain('M2CC(ab) Not run: the baseline did not write its momenta.');
    expect(text).toContain('Endpoints of M2CC not run–not run–');
    expect(text).toContain('Endpoints of M2CC Not run: the baseline did not write it.');
    expect(text).toContain('Likelihood Not run: the settings of the baseline do not ask for it.');
    expect(text).not.toContain('What became of the events');
    expect(nestingErrors(html)).toEqual([]);
  });

  it('says "not run" wherever numbers of the baselines would stand, if there are none', () => {
    const number = { unit: 'GeV', value: 5, ours: null, error: null };
    const nothing = { ...number, difference: null, relative: null, sigmas: null };
    const numbers = [
      { quantity: 'endpoint.mt2_b', title: 'end of M_T2(b)', ...nothing },
      { quantity: 'pull.mA', title: 'pull of m̃_A', ...nothing },
      { quantity: 'truth.mA.median', title: 'true m_A', ...nothing },
    ];
    const published = { source: 'A paper', numbers };
    const html = page(content({ ...evaluationWithoutBaselines(), published }));
    const text = words(html);
    for (const method of ['Likelihood', 'Solvability', 'Endpoints of MT2', 'Endpoints of M2CC']) {
      expect(text).toContain(`${method} not run–not run–`);
    }
    expect(text).toContain(
      'says nothing of its error. Not run: this pipeline has no stage “baseline”.'
    );
    expect(text).toContain('MT2 and M2CC Not run: this pipeline has no stage “baseline”.');
    expect(text).toContain('M2CC(ab) Not run: this pipeline has no stage “baseline”.');
    expect(text).toContain('end of MT2(b) [GeV] not run5');
    expect(text).toContain('pull of m̃A [GeV] not run5');
    expect(text).toContain('true mA [GeV] –5');
    expect(nestingErrors(html)).toEqual([]);
    expect(words(page(content()))).not.toContain('not run');
  });

  it('leads with the auxiliary masses and their deviation', () => {
    const text = words(page(content()));
    expect(text).toContain('1001.00 GeV true 1000.00 GeV, deviation +0.10 %');
    expect(text).toContain('799.00 GeV true 800.00 GeV, deviation \u22120.13 %');
  });

  it('says so where the truth is not known', () => {
    const html = page({
      ...content({ ...frozenEvaluation(), truth: null }),
      skipped: [{ id: 'momenta', title: 'Momenta', reason: 'The true momenta are not known.' }],
    });
    const text = words(html);
    expect(text).toContain('1001.00 GeV true mass not known');
    expect(text).toContain('nothing on this page is compared with the truth');
    expect(text).toContain('The true invisible momenta are not known.');
    expect(text).toContain('Not drawn: Momenta. The true momenta are not known.');
    expect(html).not.toContain('deviation');
    expect(exactNumbers(html, 'masses-table', 'mA1')).toHaveLength(8);
    expect(nestingErrors(html)).toEqual([]);
  });

  it('says why nothing is defined where the weights cancel', () => {
    const evaluation = frozenEvaluation();
    const { truth } = evaluation;
    if (truth === null) throw new Error('The frozen evaluation knows the truth.');
    const { A, B } = truth.masses;
    const nothing = { mean: null, width: null, median: null, auxiliaryDeviation: null };
    const masses = { A: { ...A, ...nothing }, B: { ...B, ...nothing } };
    const text = words(
      page(content({ ...evaluation, sumOfWeights: 0, truth: { ...truth, masses } }))
    );
    expect(text).toContain('1001.00 GeV true mass not defined');
    expect(text).toContain(
      'The sum of the weights is not positive: means, widths and medians are not defined.'
    );
    expect(text).not.toContain('not known');
    expect(words(page(content()))).not.toContain('sum of the weights');
  });

  it('shows a dash where a number is not defined, and counts what is left out', () => {
    const evaluation = frozenEvaluation();
    const { masses } = evaluation;
    const reason = 'The window has 0 effective events, expected 100 or more.';
    const peak = { ...masses.m_A1.peak, value: null, error: null, reason };
    const broken = { ...masses.m_A1, nonFinite: 400, events: 0, mean: null, width: null, peak };
    const text = words(
      page(content({ ...evaluation, negativeWeights: 12, masses: { ...masses, m_A1: broken } }))
    );
    expect(text).toContain('mA1 – ± –');
    expect(text).toContain(`by a fit. mA1: ${reason}`);
    expect(text).toContain('400 masses are not finite and left out.');
    expect(text).toContain('12 events have negative weight.');
  });

  it('escapes all text', () => {
    const { training, ...evaluation } = frozenEvaluation();
    const html = page({
      title: NASTY,
      project: NASTY,
      evaluation: {
        ...evaluation,
        sample: NASTY,
        training: {
          ...training,
          topology: NASTY,
          settings: { [NASTY]: NASTY },
          backend: { name: NASTY, version: NASTY },
        },
      },
      figures: [{ id: 'masses', title: NASTY, caption: NASTY, drawing: '<svg></svg>' }],
      skipped: [{ id: 'momenta', title: NASTY, reason: NASTY }],
      stages: [],
    });
    expect(html.match(/<script/g)).toEqual(page(content()).match(/<script/g));
    expect(html).not.toContain('<img');
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quotes&#39;'
    );
    expect(nestingErrors(html)).toEqual([]);
  });

  it('tells how it was made and how to make it again', () => {
    const { training, ...evaluation } = frozenEvaluation();
    const settings = { seed: 7, network: { layers: 6, batchNorm: false }, rates: [0.1, 0.2] };
    const html = page(content({ ...evaluation, training: { ...training, settings } }));
    const text = words(html);
    expect(text).toContain('700 training, 200 validation, 100 test');
    expect(text).toContain('337\u202f924 parameters, trained for 3 epochsBackend');
    expect(text).toContain('Recipe paper, topology antler');
    expect(text).toContain('wasm 4.22.0');
    const backend = {
      name: 'onnxruntime',
      version: '1.30.0',
      provider: 'cpu',
      threads: 2,
      device: 'X',
    };
    const other = page(content({ ...evaluation, training: { ...training, backend } }));
    expect(words(other)).toContain('onnxruntime 1.30.0, cpu, 2 threads, X');
    for (const row of [
      'seed 7',
      'network.layers 6',
      'network.batchNorm false',
      'rates [0.1,0.2]',
    ]) {
      expect(text).toContain(row);
    }
    expect(text).toContain('npx nx run toy:report');
  });

  it('tells the records of its stages, and the settings of the training once', () => {
    const record = {
      ...{ stage: 'train', project: 'toy', config: { mC: 700, seed: 7 }, node: '20' },
      ...{ swap: null, code: 'c0de', backend: null, outside: {}, files: [], counts: { read: 9 } },
    };
    const html = page({ ...content(), stages: [record] });
    expect(words(html)).toContain('mC 700');
    expect(html).not.toContain('settings-table');
    expect(nestingErrors(html)).toEqual([]);
    // Another program says its settings in its training record alone.
    const swapped = { ...record, swap: { run: 'python3 train.py' } };
    expect(page({ ...content(), stages: [swapped] })).toContain('settings-table');
  });

  it('numbers the figures and puts the drawings in as they are', () => {
    const html = page(content());
    expect(html).toContain('<svg role="img" aria-label="Masses"');
    expect(words(html)).toContain('Figure 1. Masses of B and A.');
  });
});
