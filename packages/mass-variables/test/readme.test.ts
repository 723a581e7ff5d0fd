import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as massVariables from '../src/index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The JavaScript of the README, in order. */
const EXAMPLES = Array.from(README.matchAll(/```js\n(.*?)```/gs), ([, code]) => code);

/** Runs code that imports names of this package, and returns what it prints. */
function run(code: string): unknown[][] {
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  const body = code.replaceAll(/^import .*$/gm, '');
  runInNewContext(body, { ...massVariables, Float64Array, Math, console });
  return printed;
}

describe('README', () => {
  it('has three examples that import only what there is', () => {
    expect(EXAMPLES).toHaveLength(3);
    for (const code of EXAMPLES) {
      const [, list] = /import \{ (.*?) \} from/.exec(code)!;
      for (const name of list.split(', ')) expect(massVariables).toHaveProperty(name);
    }
  });

  it('shows M_T2 ≤ M_2CC and momenta that add up to pTmiss', () => {
    const [[ordered, sum]] = run(EXAMPLES[0]);
    expect(ordered).toBe(true);
    // The first pTmiss of the example, to rounding.
    expect(sum).toBeCloseTo(-32, 9);
  });

  it('shows M_2XC written to given columns, with a residual of rounding', () => {
    const [[value, residual]] = run(EXAMPLES[0] + EXAMPLES[1]).slice(1) as Float64Array[][];
    expect(value).toHaveLength(2);
    expect(value.every((M) => M > 700)).toBe(true);
    expect(Math.max(...residual)).toBeLessThan(1e-9);
  });

  it('shows one event that has a value', () => {
    const [[line]] = run(EXAMPLES[2]);
    expect(line).toMatch(/^M_2CC = \d+\.\d+ GeV with k1 = /);
  });

  it('names every function of columns and of one event, and every status', () => {
    const functions = Object.keys(massVariables).filter((name) => /^(m2|mt2|mab)/.test(name));
    for (const name of functions) expect(README).toContain(`\`${name}\``);
    for (const name of Object.keys(massVariables.STATUS)) expect(README).toContain(`\`${name}\``);
  });
});
