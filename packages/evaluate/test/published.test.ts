import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSection, readYaml } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { MEASURING_TRAINING } from '../../../test/support/trainings.ts';
import { config } from '../src/config.mjs';
import { publishedPart } from '../src/published.ts';
import { MEASUREMENTS, runStage, writeInputs } from './support/stage-run.ts';
import { toyEvents } from './support/toy.ts';

describe('the numbers of a publication', () => {
  // m̃_A = 1000.6 ± 1.3 GeV, and a resolution τ_A of 2.5 GeV without an error.
  const documents = {
    training: MEASURING_TRAINING,
    measurements: { schemaVersion: 1 as const, likelihood: null, solvability: null },
    evaluation: frozenEvaluation(),
  };
  const part = (values: Readonly<Record<string, number>>) =>
    publishedPart({ source: 'Table I', values }, documents);

  it('stand beside ours: difference, relative to theirs, and in errors of ours', () => {
    const found = part({ 'auxiliary.mA': 998 });
    expect(found).toMatchObject({
      source: 'Table I',
      numbers: [{ quantity: 'auxiliary.mA', title: 'm̃_A', unit: 'GeV', value: 998, ours: 1000.6 }],
    });
    const [{ error, difference, relative, sigmas }] = found?.numbers ?? [];
    expect(error).toBe(1.3);
    // By hand: 2.6 GeV, 2.6 / 998, and 2.6 / 1.3; to the rounding of 1000.6 − 998.
    expect(difference).toBeCloseTo(2.6, 12);
    expect(relative).toBeCloseTo(0.00260521042084, 14);
    expect(sigmas).toBeCloseTo(2, 12);
  });

  it('have a negative difference where ours is the smaller one', () => {
    const [{ difference, relative, sigmas }] = part({ 'resolution.mA': 10 })?.numbers ?? [];
    expect([difference, relative, sigmas]).toEqual([-7.5, -0.75, null]);
  });

  it('have no ratio to zero', () => {
    const [{ difference, relative }] = part({ 'resolution.mA': 0 })?.numbers ?? [];
    expect([difference, relative]).toEqual([2.5, null]);
  });

  it('have nothing beside them where this pipeline has no such quantity', () => {
    const nothing = { ours: null, error: null, difference: null, relative: null, sigmas: null };
    expect(part({ 'perEvent.m_D2.width': 13, 'likelihood.mA': 1000 })?.numbers).toEqual([
      { quantity: 'perEvent.m_D2.width', title: 'm_D2, width', unit: 'GeV', value: 13, ...nothing },
      { quantity: 'likelihood.mA', title: 'm_A, likelihood', unit: 'GeV', value: 1000, ...nothing },
    ]);
  });

  it('are null without a publication', () => {
    expect(publishedPart(undefined, documents)).toBeNull();
  });

  it('must be of quantities', () => {
    expect(() => part({ 'auxiliary.C': 1 })).toThrow(/auxiliary\.C is no quantity, expected/);
  });
});

describe('evaluate', () => {
  it('writes them beside what it has found, and null without them', async () => {
    const toy = toyEvents({ events: 500, noise: 20 });
    const base = await writeInputs(toy);
    const source = 'PRR 5, 043186, Table I';
    const values = { 'perEvent.m_A1.mean': 1000.45, 'likelihood.mA': 1000, events: 50 };
    const { evaluation } = await runStage(base, { published: { source, values } });
    const { mean, meanError } = evaluation.masses.m_A1;
    const { mA } = MEASUREMENTS.likelihood;
    const numbers = evaluation.published?.numbers.map(({ quantity, value, ours, error }) => {
      return { quantity, value, ours, error };
    });
    expect(evaluation.published?.source).toBe(source);
    expect(numbers).toEqual([
      { quantity: 'perEvent.m_A1.mean', value: 1000.45, ours: mean, error: meanError },
      { quantity: 'likelihood.mA', value: 1000, ours: mA.value, error: mA.error },
      // A tenth of the events are for the test.
      { quantity: 'events', value: 50, ours: 50, error: null },
    ]);
    expect((await runStage(await writeInputs(toy))).evaluation.published).toBeNull();
  });
});

describe('the settings of published numbers', () => {
  function problemsOf(...published: string[]): string[] {
    const root = temporaryFolder();
    const lines = ['evaluate:', '  published:', ...published.map((line) => `    ${line}`)];
    writeFileSync(join(root, 'pipeline.yaml'), lines.join('\n'));
    const yaml = readYaml(root, 'pipeline.yaml');
    return checkSection(yaml, ['evaluate'], yaml.value.evaluate, config).problems;
  }

  it('are a source and numbers', () => {
    expect(problemsOf('source: Table I', 'values: { auxiliary.mA: 1001.34 }')).toEqual([]);
  });

  it.each([
    [
      ['source: Table I', 'values: { auxilary.mA: 700 }'],
      'pipeline.yaml:4: unknown key "evaluate.published.values.auxilary.mA". Did you mean "auxiliary.mA"?',
    ],
    [
      ['source: Table I', 'values: { auxiliary.mA: .nan }'],
      'pipeline.yaml:4: evaluate.published.values.auxiliary.mA is NaN: expected a finite number.',
    ],
    [
      ['source: Table I', 'values: { auxiliary.mA: .inf }'],
      'pipeline.yaml:4: evaluate.published.values.auxiliary.mA is Infinity: expected a finite number.',
    ],
    [
      ['source: Table I', 'values: {}'],
      'pipeline.yaml:4: evaluate.published.values is {}: expected at least one quantity with its number.',
    ],
    [['values: { events: 3 }'], 'evaluate.published.source is missing: expected string.'],
    [['source: x', 'page: 3', 'values: { events: 3 }'], 'unknown key "evaluate.published.page".'],
  ])('are refused: %j', (published, expected) => {
    const problems = problemsOf(...published);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });
});
