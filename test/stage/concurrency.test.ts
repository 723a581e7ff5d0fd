import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadyWorkspace, runStageProcess } from '../support/run-stage.ts';
import { writePipeline } from '../support/small-pipeline.ts';
import { type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createReadyWorkspace();
});
afterAll(() => workspace.remove());

const contaminate = () => runStageProcess(workspace, 'pipeline', 'p', 'contaminate');
const output = (): string => workspace.path('pipelines/p/out/contaminate');

describe('the same stage run twice at once', () => {
  it('is run by one process; the other waits and finds it up to date', async () => {
    const ends = await Promise.all([contaminate(), contaminate()]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const words = ends.map(({ output: said }) =>
      said.includes('up to date') ? 'up to date' : 'done'
    );
    expect(words.sort()).toEqual(['done', 'up to date']);
    expect(readdirSync(workspace.path('pipelines/p/out')).sort()).toEqual([
      '.scratch',
      'contaminate',
    ]);
  });

  it('takes over the lock of a process that is gone', async () => {
    // Above the largest number a process can have on Linux (2^22).
    writeFileSync(workspace.path('pipelines/p/out/.contaminate.lock'), '4194305');
    expect(await contaminate()).toMatchObject({ code: 0 });
  });
});

/** Contaminate as a module with a given body. */
const moduleWith = (body: string): string => `
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openEvents, writeEvents } from '@deelema/events';
import { z } from 'zod';

export const stage = {
  name: 'contaminate',
  config: z.strictObject({ value: z.number() }),
  async run({ inputs, out, base }) {
    ${body}
  },
};
`;

/** Writes all that contaminate must write, then edits the settings of its own pipeline, as an impatient user might. */
const EDITING = `
    const source = await openEvents(inputs.preprocess.path('events'));
    async function* exchanged() {
      for await (const { length, columns } of source.batches())
        yield { length, columns: { ...columns, exchanged: new Uint8Array(length) } };
    }
    const columns = [...source.columnNames, 'exchanged'];
    await writeEvents(out.path('events'), { columns, ...source.metadata }, exchanged());
    await source.close();
    const file = base + '/pipeline.yaml';
    writeFileSync(file, readFileSync(file, 'utf8').replace('value: 1', 'value: 2'));
`;

describe('what a stage leaves', () => {
  /** Runs contaminate as a module with a given body, which must fail and leave nothing. */
  async function complaint(body: string): Promise<string> {
    writePipeline(workspace, 'p', 'toy');
    workspace.write('pipelines/p/mine.mjs', moduleWith(body));
    workspace.edit(
      'pipelines/p/pipeline.yaml',
      '{ fraction: 0, seed: 3 }',
      '{ use: ./mine.mjs, value: 1 }'
    );
    const { code, output: said } = await contaminate();
    expect(code, said).toBe(1);
    expect(said).not.toContain('    at ');
    expect(existsSync(output())).toBe(false);
    return said;
  }
  it('is not kept if the settings were edited while it ran', async () => {
    expect(await complaint(EDITING)).toContain(
      'contaminate: its settings, code or inputs were changed while it ran; nothing was kept. Run it again.'
    );
  });

  it('is not kept if it ends the process', async () => {
    expect(await complaint('process.exit(0);')).toContain(
      'contaminate ended the process before it was done; nothing was kept.'
    );
  });

  it('must be files', async () => {
    expect(await complaint("mkdirSync(out.path('events'));")).toContain(
      'contaminate wrote events.arrow as a folder or link, expected a file.'
    );
  });

  it('must have the columns that later stages read', async () => {
    const copy = "copyFileSync(inputs.preprocess.path('events'), out.path('events'));";
    expect(await complaint(copy)).toContain(
      'contaminate wrote events.arrow without the column exchanged, which later stages read.'
    );
  });

  it('must be event files where it says so', async () => {
    expect(await complaint("writeFileSync(out.path('events'), 'no events');")).toContain(
      'events.arrow'
    );
  });
});
