import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateColumn, createEventWriter, momentumColumns, openEvents } from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { twoBodyDecay } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import type { RandomStream } from '@deelema/random';
import { INPUT_COLUMNS } from '@deelema/records';
import type { StageContext, StageInput } from '@deelema/stage';
import type { z } from 'zod';
import { config } from '../src/config.mjs';
import type { DeelemaConfig, TrainConfig } from '../src/config-type.ts';

/** Masses of the toy of PRR 5, 043186, test run (A), GeV. */
export const TRUTH = { mA: 1000, mB: 800, mC: 700 };

const ROLES = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2'];

/** A folder of its own, removed by `remove`. */
export function temporaryFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'deelema-train-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Toy events with flat decays of a pair at threshold plus some momentum; truth included. */
export function toyEvents(n: number, seed = 1): EventBatch {
  const columns: Record<string, Column> = {};
  const all = [
    'event',
    ...ROLES.flatMap(momentumColumns),
    'ptmiss_x',
    'ptmiss_y',
    'weight',
    'split',
  ];
  for (const name of all) columns[name] = allocateColumn(name, n);
  const random = stream(seed, 'test', 'toy');
  for (let i = 0; i < n; ++i) {
    columns.event[i] = 2 * i + 5;
    columns.weight[i] = 1;
    // 7 : 2 : 1
    columns.split[i] = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
    const p = [300, 300, 400].map((width) => width * random.normal());
    fillBranch(columns, i, 1, p, random);
    fillBranch(columns, i, 2, [-p[0], -p[1], 200 * random.normal()], random);
    for (const axis of ['x', 'y']) {
      const visible = ['a1', 'b1', 'a2', 'b2'].map((role) => columns[`${role}_p${axis}`][i]);
      columns[`ptmiss_${axis}`][i] = -visible.reduce((a, b) => a + b);
    }
  }
  return { length: n, columns };
}

function fillBranch(
  columns: Record<string, Column>,
  i: number,
  branch: number,
  [px, py, pz]: readonly number[],
  random: RandomStream
): void {
  const first = new Float64Array(8);
  const second = new Float64Array(8);
  const angles = (): [number, number] => [2 * random.uniform() - 1, 2 * Math.PI * random.uniform()];
  twoBodyDecay(TRUTH.mA, px, py, pz, 0, TRUTH.mB, ...angles(), first);
  twoBodyDecay(TRUTH.mB, first[5], first[6], first[7], 0, TRUTH.mC, ...angles(), second);
  const momenta = { a: first.subarray(0, 4), b: second.subarray(0, 4), c: second.subarray(4) };
  for (const [role, momentum] of Object.entries(momenta)) {
    momentumColumns(`${role}${branch}`).forEach((name, j) => (columns[name][i] = momentum[j]));
  }
}

/** What training may look at; neither the true momenta nor `exchanged`. */
export const MEASURED = ['event', ...INPUT_COLUMNS, 'weight', 'split'];

/** Writes events in record batches of the given lengths, and the scaling record beside them. */
export async function writeInputs(
  dir: string,
  events: EventBatch,
  batchLengths: readonly number[] = [events.length],
  columns: readonly string[] = MEASURED
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const writer = await createEventWriter(join(dir, 'events.arrow'), { columns, sample: 'a toy' });
  let first = 0;
  for (const length of batchLengths) {
    const part = (name: string): Column => events.columns[name].subarray(first, first + length);
    await writer.write({
      length,
      columns: Object.fromEntries(columns.map((name) => [name, part(name)])),
    });
    first += length;
  }
  await writer.close();
  writeFileSync(join(dir, 'scaling.json'), JSON.stringify(scalingRecord(events)));
}

/** Mean and standard deviation over the training split, the plain way. */
export function scalingRecord({ columns }: EventBatch) {
  const inputs = INPUT_COLUMNS.map((name) => {
    const values = [...(columns[name] as Float64Array)].filter((_, i) => columns.split[i] === 0);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    return { name, mean, std: Math.sqrt(variance) };
  });
  return { schemaVersion: 1, events: { train: 0, validation: 0, test: 0 }, inputs };
}

const OUTPUTS: Record<string, string> = {
  events: 'events.arrow',
  training: 'training.json',
  model: 'model/model.json',
  weights: 'model/weights.bin',
  onnx: 'model/model.onnx',
  scalars: 'scalars.csv',
  tensorboard: 'events.out.tfevents.deelema',
  scaling: 'scaling.json',
};

/** The smallest network that still learns, on the portable backend. */
export const TINY = {
  recipe: 'paper',
  mC: TRUTH.mC,
  seed: 3,
  layers: 2,
  width: 8,
  batch: 32,
  epochs: 3,
  batchNormalisation: false,
  auxiliary: { deltaA: -2.5, deltaB: -2.5 },
  backend: 'wasm',
} satisfies z.input<typeof config>;

/** A training in all phases, three rounds each, that takes seconds. */
export const TINY_DENSITY = {
  recipe: 'deelema',
  mC: TRUTH.mC,
  seed: 3,
  layers: 2,
  width: 8,
  draws: 4,
  batch: 32,
  steps: 250,
  simulation: { rounds: 1, events: 1000 },
  backend: 'onnxruntime',
  threads: 1,
} satisfies z.input<typeof config>;

/** Settings of the recipe `deelema` with the defaults of what is not given. */
export function densityConfig(settings: Partial<z.input<typeof config>> = {}): DeelemaConfig {
  return config.parse({ ...TINY_DENSITY, ...settings }) as DeelemaConfig;
}

/** What a run was told, for tests of messages. */
export interface Told {
  logs: string[];
  notes: string[];
}

interface ContextOptions {
  signal?: AbortSignal;
  scratch?: string;
  onAdd?: (note?: string) => void;
}

/** A context of the recipe `paper`; see `contextOf`. */
export function stageContext(
  dir: string,
  name: string,
  settings: Partial<z.input<typeof config>> = {},
  options: ContextOptions = {}
) {
  return contextOf(dir, name, config.parse({ ...TINY, ...settings }), options);
}

/** A context of the recipe `deelema`; see `contextOf`. */
export function densityContext(
  dir: string,
  name: string,
  settings: Partial<z.input<typeof config>> = {},
  options: ContextOptions = {}
) {
  return contextOf(dir, name, densityConfig(settings), options);
}

/** A stage context over real folders: `input` with what `writeInputs` wrote, `dir/name` for outputs. */
function contextOf(
  dir: string,
  name: string,
  settings: TrainConfig,
  options: ContextOptions
): StageContext<TrainConfig> & { told: Told } {
  const folder = join(dir, name);
  const scratch = options.scratch ?? join(dir, `${name}-scratch`);
  for (const made of [folder, scratch]) mkdirSync(made, { recursive: true });
  const told: Told = { logs: [], notes: [] };
  const input: StageInput = {
    dir: join(dir, 'input'),
    path: (output) => join(dir, 'input', OUTPUTS[output]),
  };
  return {
    config: settings,
    inputs: { contaminate: input, preprocess: input },
    out: {
      dir: folder,
      path: (output) => join(folder, OUTPUTS[output]),
      file: (file) => join(folder, file),
    },
    project: 'test',
    base: dir,
    scratch,
    workers: 1,
    progress: {
      start: () => undefined,
      add(_n, note) {
        if (note !== undefined) told.notes.push(note);
        options.onAdd?.(note);
      },
      log: (line) => told.logs.push(line),
    },
    signal: options.signal ?? new AbortController().signal,
    told,
  };
}

/** All columns of an event file, its batches joined. */
export async function readColumns(path: string): Promise<Record<string, number[]>> {
  const file = await openEvents(path);
  const columns: Record<string, number[]> = {};
  for await (const batch of file.batches()) {
    for (const [name, values] of Object.entries(batch.columns)) {
      columns[name] = [...(columns[name] ?? []), ...values];
    }
  }
  await file.close();
  return columns;
}

/** The bytes of all outputs, in hexadecimal, by file. */
export function outputBytes(dir: string, name: string): Record<string, string> {
  const written = Object.values(OUTPUTS).filter((file) => file !== OUTPUTS.scaling);
  const bytes = (file: string) => readFileSync(join(dir, name, file)).toString('hex');
  return Object.fromEntries(written.map((file) => [file, bytes(file)]));
}
