import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadyWorkspace, runStageProcess } from '../support/run-stage.ts';
import { writePipeline } from '../support/small-pipeline.ts';
import { type Workspace } from '../support/workspace.ts';

/** A stage that says when it is in the middle of its work, and then waits. */
const SLOW = `
import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { defineStage } from '@deelema/stage';
import { z } from 'zod';

export const stage = defineStage({
  name: 'contaminate',
  config: z.strictObject({}),
  async run({ out, progress, signal }) {
    appendFileSync(out.path('events'), 'half of it');
    progress.log('in the middle');
    await setTimeout(60_000, undefined, { signal });
  },
});
`;

/** A stage whose output is a device that is always full. */
const FULL = `
import { symlinkSync } from 'node:fs';
import { createEventWriter } from '@deelema/events';
import { defineStage } from '@deelema/stage';
import { z } from 'zod';

export const stage = defineStage({
  name: 'contaminate',
  config: z.strictObject({}),
  async run({ out }) {
    symlinkSync('/dev/full', out.path('events'));
    const writer = await createEventWriter(out.path('events'), { columns: ['event'], sample: 's' });
    await writer.write({ length: 9, columns: { event: new Uint32Array(9) } });
    await writer.close();
  },
});
`;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createReadyWorkspace();
  workspace.write('pipelines/p/slow.mjs', SLOW);
  workspace.write('pipelines/p/full.mjs', FULL);
  workspace.write('pipelines/p/family.sh', FAMILY);
  workspace.edit('pipelines/p/pipeline.yaml', '{ fraction: 0, seed: 3 }', '{ use: ./slow.mjs }');
});
afterAll(() => workspace.remove());

/** A program that starts others, one in the background; `deaf` ones have to be killed. */
const FAMILY = `
if [ "$1" = deaf ]; then trap '' TERM INT; fi
echo group $(ps -o pgid= -p $$)
sleep 301 &
sleep 302 > /dev/null 2>&1 &
echo in the middle
while true; do sleep 303; done
`;

/** Processes of a group that are alive: a dead one that nobody has asked for is not. */
function alive(group: string): string[] {
  return execFileSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([id, state]) => id === group && !state.startsWith('Z'))
    .map((words) => words.slice(2).join(' '));
}

/** What lies in the pipeline's output folder, checkpoints aside. */
const left = (): string[] =>
  readdirSync(workspace.path('pipelines/p/out')).filter((name) => name !== '.scratch');

/** Starts the slow stage, sends a signal when it is in the middle, and waits for its end. */
function interrupt(signal: NodeJS.Signals): Promise<{ code: number | null; output: string }> {
  const words = ['packages/stage/bin/run-stage.mjs', 'pipeline', 'p', 'contaminate'];
  const child = spawn(process.execPath, words, { cwd: workspace.root });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (!output.includes('in the middle') && (output + text).includes('in the middle'))
      child.kill(signal);
    output += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('in the middle of a stage', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s: exit code 130, and nothing half-written',
    async (signal) => {
      const { code, output } = await interrupt(signal);
      expect(code).toBe(130);
      expect(output).toContain('interrupted; nothing half-written is left.');
      expect(left()).toEqual([]);
    }
  );

  it('SIGKILL: what it leaves is hidden, and swept by the next run', async () => {
    await interrupt('SIGKILL');
    expect(left().filter((file) => !file.startsWith('.'))).toEqual([]);
    expect(left().filter((file) => file.startsWith('.contaminate.tmp'))).toHaveLength(1);
    workspace.edit('pipelines/p/pipeline.yaml', '{ use: ./slow.mjs }', '{ fraction: 0, seed: 3 }');
    expect(await runStageProcess(workspace, 'pipeline', 'p', 'contaminate')).toMatchObject({
      code: 0,
    });
    expect(left()).toEqual(['contaminate']);
  });

  it('a full disk: one sentence, exit code 1, and the older output is gone too', async () => {
    workspace.edit('pipelines/p/pipeline.yaml', '{ fraction: 0, seed: 3 }', '{ use: ./full.mjs }');
    const { code, output } = await runStageProcess(workspace, 'pipeline', 'p', 'contaminate');
    expect(code).toBe(1);
    expect(output).toMatch(/disk.*full|full.*disk/i);
    expect(output).not.toContain('    at ');
    expect(existsSync(workspace.path('pipelines/p/out/contaminate'))).toBe(false);
    expect(left()).toEqual([]);
  });
});

describe('in the middle of a program that started others', () => {
  // The runner alone gets the signal: a group of its own is out of reach of a terminal's Ctrl-C.
  it.each([
    ['SIGINT', 'family.sh'],
    ['SIGTERM', 'family.sh'],
    ['SIGTERM', 'family.sh deaf'],
  ] as const)('%s, %s: exit code 130, and none of them is left', async (signal, words) => {
    writePipeline(workspace, 'p', 'toy');
    workspace.edit(
      'pipelines/p/pipeline.yaml',
      '{ fraction: 0, seed: 3 }',
      `{ run: { command: sh ${words}, files: [family.sh], reads: csv, writes: csv } }`
    );
    const { code, output } = await interrupt(signal);
    expect(code).toBe(130);
    expect(output).toContain('interrupted; nothing half-written is left.');
    const group = /group (\d+)/.exec(output)![1];
    expect(alive(group)).toEqual([]);
    expect(left()).toEqual([]);
  });
});
