import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openEvents } from '@deelema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadyWorkspace, runStageProcess } from '../support/run-stage.ts';
import { writePipeline } from '../support/small-pipeline.ts';
import { type Ended, type Workspace } from '../support/workspace.ts';

/** Contaminate as a shell program: copies the events and appends the column that the stage adds. */
const COPY = 'awk \'NR == 1 { print $0 ",exchanged" } NR > 1 { print $0 ",1" }\'';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createReadyWorkspace();
});
afterAll(() => workspace.remove());

/** Runs contaminate of a pipeline whose section is given. */
function contaminate(section: string): Promise<Ended> {
  writePipeline(workspace, 'p', 'toy');
  workspace.edit(
    'pipelines/p/pipeline.yaml',
    'contaminate: { fraction: 0, seed: 3 }',
    `contaminate: ${section}`
  );
  return runStageProcess(workspace, 'pipeline', 'p', 'contaminate');
}

const output = (): string => workspace.path('pipelines/p/out/contaminate');

async function exchanged(): Promise<number[]> {
  const file = await openEvents(`${output()}/events.arrow`);
  const values: number[] = [];
  for await (const { columns } of file.batches(['exchanged'])) values.push(...columns.exchanged);
  await file.close();
  return values;
}

describe('run: any program', () => {
  const script = (body: string): void => {
    writePipeline(workspace, 'p', 'toy');
    writeFileSync(workspace.path('pipelines/p/my stage.sh'), body);
  };
  // The words a program is called with: --config C --input preprocess.events=E --input preprocess.scaling=S --out D.
  const run =
    "{ run: { command: sh 'my stage.sh', files: ['my stage.sh'], reads: csv, writes: csv }, colour: blue }";

  it('gets its events as CSV and its settings as JSON; what it writes becomes Arrow', async () => {
    script(`${COPY} "\${4#preprocess.events=}" > "$8/events.csv"; cp "$2" "$8/settings.json"\n`);
    expect(await contaminate(run)).toMatchObject({ code: 0 });
    expect(await exchanged()).toEqual(Array<number>(240).fill(1));
    expect(JSON.parse(readFileSync(`${output()}/settings.json`, 'utf8'))).toEqual({
      colour: 'blue',
    });
    expect(existsSync(`${output()}/events.csv`)).toBe(false);
  });

  it('hands every number on to the last bit', async () => {
    const rows = async (path: string): Promise<number[]> => {
      const file = await openEvents(path);
      const values: number[] = [];
      for await (const { columns } of file.batches(['event', 'a1_E', 'c2_pz'])) {
        values.push(...Object.values(columns).flatMap((column) => [...column]));
      }
      await file.close();
      return values;
    };
    expect(await rows(`${output()}/events.arrow`)).toEqual(
      await rows(workspace.path('datasets/toy/preprocess/events.arrow'))
    );
  });

  it('an edit of its file runs it again', async () => {
    script(`${COPY} "\${4#preprocess.events=}" | sed 's/,1$/,0/' > "$8/events.csv"\n`);
    expect(await contaminate(run)).toMatchObject({ code: 0 });
    expect(await exchanged()).toEqual(Array<number>(240).fill(0));
  });

  it('one that exits 3: its code and its last words, and nothing is left', async () => {
    script('echo "cannot go on" >&2; exit 3\n');
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain(
      "contaminate: `sh 'my stage.sh'` exited with code 3; its last line was: cannot go on."
    );
    expect(existsSync(output())).toBe(false);
  });

  it('one that writes no output', async () => {
    script('exit 0\n');
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain(
      'ended without writing events.csv into its --out folder; it wrote nothing.'
    );
    expect(existsSync(output())).toBe(false);
  });

  it('one that writes something that is no table of numbers: who, which file and where in it', async () => {
    script('printf "event,a1_E\\n0,heavy\\n" > "$8/events.csv"\n');
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain(
      "contaminate: `sh 'my stage.sh'` wrote a file that cannot be used: events.csv, line 2"
    );
    expect(said).toContain('heavy');
    // The temporary folder is gone when the sentence is read.
    expect(said).not.toContain('.tmp-');
    expect(existsSync(output())).toBe(false);
  });

  it('one that removes its output folder', async () => {
    script('rm -r "$8"\n');
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain(
      "contaminate: `sh 'my stage.sh'` ended without writing its outputs: its --out folder is gone."
    );
    expect(said).not.toContain('    at ');
  });

  it('one that empties its output folder', async () => {
    script('rm -r "$8"; mkdir "$8"\n');
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain('ended without writing events.csv into its --out folder');
    expect(said).not.toContain('    at ');
  });

  it('one that reads standard input finds it at its end, and both its outputs are shown', async () => {
    script(
      `cat; echo to the one; echo to the other >&2\n${COPY} "\${4#preprocess.events=}" > "$8/events.csv"\n`
    );
    // Standard input of the runner stays open, as that of a terminal does.
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(0);
    expect(said).toContain('[p:contaminate] to the one\n');
    expect(said).toContain('[p:contaminate] to the other\n');
  });

  it.each([
    ['standard error, if it is not blank', 'echo out; printf "why.\\n\\n" >&2', 'why'],
    ['standard output, if nothing else was said', 'echo out; echo >&2', 'out'],
  ])('the last words of a failure: %s', async (_, body, words) => {
    script(`${body}; exit 3\n`);
    const { code, output: said } = await contaminate(run);
    expect(code).toBe(1);
    expect(said).toContain(`exited with code 3; its last line was: ${words}.\n`);
  });
});

/** A stage module that copies the events and adds the column; \`config\` has one key. */
const MODULE = `
import { createEventWriter, openEvents } from '@deelema/events';
import { defineStage } from '@deelema/stage';
import { z } from 'zod';

export const stage = defineStage({
  name: 'contaminate',
  config: z.strictObject({ value: z.number() }),
  async run({ config, inputs, out }) {
    const source = await openEvents(inputs.preprocess.path('events'));
    const columns = [...source.columnNames, 'exchanged'];
    const writer = await createEventWriter(out.path('events'), { columns, ...source.metadata });
    for await (const batch of source.batches()) {
      const exchanged = new Uint8Array(batch.length).fill(config.value);
      await writer.write({ length: batch.length, columns: { ...batch.columns, exchanged } });
    }
    await writer.close();
    await source.close();
    return { counts: { value: config.value } };
  },
});
`;

describe('use: a module file beside the pipeline', () => {
  it('runs with its own settings', async () => {
    workspace.write('pipelines/p/mine.mjs', MODULE);
    expect(await contaminate('{ use: ./mine.mjs, value: 5 }')).toMatchObject({ code: 0 });
    expect(await exchanged()).toEqual(Array<number>(240).fill(5));
    const { counts } = JSON.parse(readFileSync(`${output()}/manifest.json`, 'utf8')) as {
      counts: object;
    };
    expect(counts).toEqual({ value: 5 });
  });

  it('has its settings checked by its own schema, before anything runs', async () => {
    const { code, output: said } = await contaminate('{ use: ./mine.mjs, valeu: 5 }');
    expect(code).toBe(2);
    expect(said).toContain('unknown key "contaminate.valeu". Did you mean "value"?');
    expect(said).toContain('contaminate.value is missing: expected number.');
  });

  it('one that does not load', async () => {
    workspace.write('pipelines/p/mine.mjs', 'export const stage = ;\n');
    const { code, output: said } = await contaminate('{ use: ./mine.mjs, value: 5 }');
    expect(code).toBe(2);
    expect(said).toContain('./mine.mjs cannot be loaded: Unexpected token');
  });
});

describe('use: a package', () => {
  it('a workspace package of its own', async () => {
    const folder = workspace.path('node_modules/@me/contaminate');
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/index.mjs`, MODULE);
    writeFileSync(
      `${folder}/package.json`,
      JSON.stringify({ name: '@me/contaminate', version: '1.0.0', exports: './index.mjs' })
    );
    expect(await contaminate("{ use: '@me/contaminate', value: 6 }")).toMatchObject({ code: 0 });
    expect(await exchanged()).toEqual(Array<number>(240).fill(6));
  });
});
