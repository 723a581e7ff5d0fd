import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventColumns, openEvents, writeEvents } from '@deelema/events';
import type { RunSwap } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { collect, joined, readEventFile } from '../../../test/support/event-files.ts';
import { inBatches, makeEvents } from '../../../test/support/make-events.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { runExternal } from '../src/external.ts';
import { createProgress } from '../src/progress.ts';
import type { StagePlan } from '../src/plan.ts';

const COLUMNS = [...eventColumns(false), 'split'];
const make = (rows: number, first: number) =>
  makeEvents(COLUMNS, rows, (name, row, k) => (name === 'split' ? row % 3 : row + k), first);

/** Runs a shell line as contaminate over a file of events, and returns the folder that it wrote to. */
async function contaminate(
  line: string,
  reads: RunSwap['reads'],
  pieceBytes?: number,
  writes: RunSwap['writes'] = 'arrow'
): Promise<string> {
  const base = temporaryFolder();
  const [preprocess, out] = [join(base, 'preprocess'), join(base, 'out')];
  for (const folder of [preprocess, out]) mkdirSync(folder);
  const batches = inBatches(make, [40, 30, 30]);
  const options = { columns: COLUMNS, sample: 'toy', pieceBytes };
  await writeEvents(join(preprocess, 'events.arrow'), options, batches);
  writeFileSync(join(preprocess, 'scaling.json'), '{}');
  const plan = { stage: 'contaminate', base, inputs: { preprocess }, members: [] };
  await runProgram({ command: line, files: [], reads, writes }, plan, out);
  return out;
}

/** Runs a program without settings. Of a plan, its run looks at these parts only. */
async function runProgram(
  run: RunSwap,
  plan: Pick<StagePlan, 'stage' | 'base' | 'inputs' | 'members'>,
  out: string
): Promise<void> {
  await runExternal(run, {
    plan: { ...plan, section: { config: {} } } as unknown as StagePlan,
    out,
    progress: createProgress(plan.stage, { stream: { write: () => true } }),
    signal: new AbortController().signal,
  });
}

/** The words are --config C --input preprocess.events=E --input preprocess.scaling=S --out D. */
const copyTo = (name: string) => `sh -c 'cp "\${3#preprocess.events=}" "$7/${name}"'`;

describe('a program in place of a stage', () => {
  it.each([
    ['one file', undefined],
    ['pieces', 1],
  ])('is given one complete Arrow file, made of %s', async (_, pieceBytes) => {
    const out = await contaminate(copyTo('events.arrow'), 'arrow', pieceBytes);
    expect(readdirSync(out)).toEqual(['events.arrow']);
    const alone = join(temporaryFolder(), 'alone.arrow');
    copyFileSync(join(out, 'events.arrow'), alone);
    const file = await openEvents(alone);
    expect(file).toMatchObject({ rows: 100, pieces: 1 });
    expect(await collect(file.batches(['event']))).not.toHaveLength(0);
    await file.close();
    expect(joined(await readEventFile(alone))).toEqual(make(100, 0));
  });

  it('is given one CSV file, made of pieces', async () => {
    // A header row and a hundred events; the program stops with an error if there are others.
    const check = 'test $(wc -l < "${3#preprocess.events=}") -eq 101';
    const out = await contaminate(`sh -c '${check} && cp preprocess/*.arrow "$7"'`, 'csv', 1);
    const file = await openEvents(join(out, 'events.arrow'));
    expect(file).toMatchObject({ rows: 100, pieces: 3 });
    await file.close();
  });

  it('is given one Parquet file, and its Parquet file is taken', async () => {
    const out = await contaminate(copyTo('events.parquet'), 'parquet', 1, 'parquet');
    expect(readdirSync(out)).toEqual(['events.arrow']);
    expect(joined(await readEventFile(join(out, 'events.arrow')))).toEqual(make(100, 0));
  });

  it('need not write what nobody reads, is not given what is not there, and is given what is', async () => {
    const base = temporaryFolder();
    const [train, out] = [join(base, 'train'), join(base, 'out')];
    for (const folder of [train, join(train, 'model'), out]) mkdirSync(folder);
    for (const file of ['events.arrow', 'training.json', 'model/weights.bin']) {
      writeFileSync(join(train, file), '');
    }
    const events = { options: { columns: COLUMNS, sample: 'toy' }, batches: inBatches(make, [3]) };
    await writeEvents(join(train, 'events.arrow'), events.options, events.batches);
    const command = `sh -c 'echo "$@" > "\${10}/evaluation.json"' -`;
    const run: RunSwap = { command, files: [], reads: 'arrow', writes: 'arrow' };
    await runProgram(run, { stage: 'evaluate', base, inputs: { train }, members: [] }, out);
    const words = readFileSync(join(out, 'evaluation.json'), 'utf8').match(/train\.\w+=\S+/g);
    expect(words).toEqual([
      `train.events=${join(train, 'events.arrow')}`,
      `train.training=${join(train, 'training.json')}`,
      `train.weights=${join(train, 'model/weights.bin')}`,
    ]);
  });

  it('in place of train may leave out the model', async () => {
    const base = temporaryFolder();
    const [contaminated, out] = [join(base, 'contaminate'), join(base, 'out')];
    for (const folder of [contaminated, out]) mkdirSync(folder);
    await writeEvents(
      join(contaminated, 'events.arrow'),
      { columns: COLUMNS, sample: 'toy' },
      inBatches(make, [3])
    );
    const inputs = { contaminate: contaminated };
    const plan = { stage: 'train', base, inputs, members: [] };
    const writing = (files: string): RunSwap => ({
      command: `sh -c 'cp contaminate/events.arrow out; touch ${files}; exit 0' -`,
      ...{ files: [], reads: 'arrow', writes: 'arrow' },
    });
    await runProgram(writing('out/training.json'), plan, out);
    expect(readdirSync(out).sort()).toEqual(['events.arrow', 'training.json']);
    rmSync(join(out, 'training.json'));
    await expect(runProgram(writing('out/scalars.csv'), plan, out)).rejects.toThrow(
      /ended without writing training\.json into its --out folder/
    );
  });

  it("is given the outputs of a study's members by their names, and a file of their labels", async () => {
    const base = temporaryFolder();
    const [evaluate, out] = [join(base, 'evaluate'), join(base, 'out')];
    for (const folder of [evaluate, out]) mkdirSync(folder);
    writeFileSync(join(evaluate, 'evaluation.json'), '{"of":"toy-1"}');
    const labels = { spectrum: 'toy', seed: '1' };
    const members = [{ name: 'toy-1', labels, inputs: { evaluate } }];
    // The words are --config C --input toy-1/evaluate.evaluation=E --members M --out D.
    const copies = [
      'cp "${3#toy-1/evaluate.evaluation=}" "$7/table.json"',
      'cp "$5" "$7/table.csv"',
      'echo > "$7/table.md"',
    ];
    const command = `sh -c '${copies.join(' && ')}'`;
    const run: RunSwap = { command, files: [], reads: 'arrow', writes: 'arrow' };
    await runProgram(run, { stage: 'collect', base, inputs: {}, members }, out);
    expect(readFileSync(join(out, 'table.json'), 'utf8')).toBe('{"of":"toy-1"}');
    expect(JSON.parse(readFileSync(join(out, 'table.csv'), 'utf8'))).toEqual([
      { name: 'toy-1', labels },
    ]);
  });
});
