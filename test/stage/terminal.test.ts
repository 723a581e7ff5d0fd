import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Screen } from '../../packages/stage/test/support/screen.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

/** A stage that shows its progress, and then waits, fails, or throws where nobody catches. */
const STAGE = (end: string): string => `
import { setTimeout } from 'node:timers/promises';
import { InputError } from '@deelema/events';
import { defineStage } from '@deelema/stage';
import { z } from 'zod';

export const stage = defineStage({
  name: 'generate',
  config: z.strictObject({}),
  async run({ progress, signal }) {
    progress.start('events', 1000);
    await setTimeout(600);
    progress.add(300, 'epoch 3/100, loss 210.42, m̃_A 912.0, m̃_B 803.1');
    ${end}
  },
});
`;
const ENDS = {
  waits: 'await setTimeout(60_000, undefined, { signal });',
  deaf: 'await setTimeout(60_000);',
  fails: "throw new InputError('The events are used up.');",
  throws:
    "globalThis.setTimeout(() => { throw new Error('out of reach'); }, 1); await setTimeout(60_000);",
  leaves: 'process.exit(0);',
};

/** The pseudoterminal of util-linux. */
const SCRIPT = '/usr/bin/script';
const usable = process.platform === 'linux' && existsSync(SCRIPT);

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace();
  for (const [name, end] of Object.entries(ENDS)) {
    workspace.write(`datasets/${name}/stage.mjs`, STAGE(end));
    workspace.write(
      `datasets/${name}/dataset.yaml`,
      'generate: { use: ./stage.mjs }\npreprocess: { seed: 2 }\n'
    );
  }
});
afterAll(() => workspace.remove());

/** Runs the stage on a terminal of 60 columns, with Ctrl-C as soon as its progress is seen if so wanted. */
function onTerminal(name: string, key = ''): Promise<{ code: number | null; rows: string[] }> {
  const words = `packages/stage/bin/run-stage.mjs dataset ${name} generate`;
  const line = `stty cols 60; exec '${process.execPath}' ${words}`;
  // Colours are Node's own, of a stack.
  const env = {
    ...process.env,
    TERM: 'xterm',
    SHELL: '/bin/sh',
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  };
  const child = spawn(SCRIPT, ['-qec', line, '/dev/null'], { cwd: workspace.root, env });
  const screen = new Screen(60);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const seen = screen.rows[0].startsWith('30 %');
    screen.write(text);
    // A stage that nobody interrupts may have ended by now.
    if (key !== '' && !seen && screen.rows[0].startsWith('30 %')) child.stdin.write(key);
  });
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, rows: screen.rows }))
  );
}

const LAST_STATE = /^30 %, \d+ \/s, \d+ s left · epoch 3\/100, loss 210\.42, m̃_A .*…$/u;

describe.skipIf(!usable)('on a terminal, in the middle of a count', () => {
  it.each([
    ['a stage that fails', 'fails', '', 1, 'The events are used up.'],
    [
      'Ctrl-C',
      'waits',
      '\u0003',
      130,
      '[data-waits:generate] interrupted; nothing half-written is',
    ],
    [
      'a stage that ends the process',
      'leaves',
      '',
      1,
      'generate ended the process before it was done; nothing was k',
    ],
  ])('%s: what is said begins a line of its own', async (_, name, key, code, sentence) => {
    const ended = await onTerminal(name, key);
    expect(ended.rows[0]).toMatch(LAST_STATE);
    expect(ended.rows[1]).toContain(sentence);
    expect(ended.rows.at(-1)).toBe('');
    expect(ended.code).toBe(code);
  });

  it('Ctrl-C and a stage that does not stop: the line is ended', async () => {
    const ended = await onTerminal('deaf', '\u0003');
    expect(ended.rows).toEqual([expect.stringMatching(LAST_STATE), '']);
    expect(ended.code).toBe(130);
  });

  it('an error that nobody catches: its stack begins a line of its own', async () => {
    const ended = await onTerminal('throws');
    expect(ended.rows[0]).toMatch(LAST_STATE);
    expect(ended.rows[1]).toMatch(/^file:.*stage\.mjs/);
    expect(ended.rows.join('\n')).toContain('Error: out of reach');
    expect(ended.code).toBe(1);
  });
});
