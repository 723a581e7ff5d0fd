import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@deelema/workflow';
import type { Task } from '../tasks.ts';
import { type Estimate, estimate, type Known } from './estimate.ts';
import { pacesOf } from './pace.ts';
import { RATES } from './rates.ts';
import { readRecord } from './record.ts';
import { type Sample, sampleOf } from './sample.ts';
import { upToDateCheck } from './up-to-date.ts';

/** What a task has before it. */
export interface TaskForecast {
  readonly task: Task;
  /** Undefined if it is up to date. */
  readonly expected: Estimate | undefined;
  /** How long the last run took; undefined if there was none. */
  readonly tookBefore: number | undefined;
}

/** What a run would do. */
export interface Forecast {
  readonly tasks: readonly TaskForecast[];
  readonly totals: Totals;
}

/** Sums over the tasks that have to run and whose cost is known. */
export interface Totals {
  readonly toRun: number;
  /** Tasks to run whose cost nobody knows. */
  readonly unknown: number;
  /** With the start of every task that has to run. */
  readonly seconds: number;
  /** Of the output folders; the cache of Nx holds them a second time. */
  readonly bytes: number;
  /** Free on the disk of the workspace. */
  readonly freeBytes: number;
}

/**
 * What would run, how long it would take and how large it would be.
 *
 * @param root The workspace.
 * @param tasks In an order in which they can be done.
 */
export async function forecast(root: string, tasks: readonly Task[]): Promise<Forecast> {
  const stale = new Set<string>();
  const isUpToDate = upToDateCheck(root);
  const paces = pacesOf(root);
  const samples = rememberedSamples(root);
  const found: TaskForecast[] = [];
  for (const task of tasks) {
    const record = readRecord(join(root, task.folder));
    const waits = task.needs.some((upstream) => stale.has(upstream));
    const fresh = !waits && (await isUpToDate(task, record));
    if (!fresh) stale.add(task.folder);
    const { stage, config } = task;
    const known = { stage, section: config.sections[stage], record, load: loadOf(task, samples) };
    const expected = fresh ? undefined : estimate({ ...known, pace: paces(stage) });
    found.push({ task, expected, tookBefore: record?.seconds });
  }
  return { tasks: found, totals: totalsOf(found, await freeBytes(root)) };
}

/**
 * The sums of a forecast.
 *
 * @param tasks Of the run.
 * @param freeBytes Free on the disk.
 */
export function totalsOf(tasks: readonly TaskForecast[], freeBytes: number): Totals {
  const expected = tasks.flatMap((each) => each.expected ?? []);
  const known = expected.flatMap((each) => (each.source === 'unknown' ? [] : each));
  const sum = (of: 'seconds' | 'bytes'): number =>
    known.reduce((total, each) => total + each[of], 0);
  return {
    toRun: expected.length,
    unknown: expected.length - known.length,
    seconds: sum('seconds') + expected.length * RATES.taskStart,
    bytes: sum('bytes'),
    freeBytes,
  };
}

type Samples = (dataset: Config) => Sample;

function rememberedSamples(root: string): Samples {
  const samples = new Map<string, Sample>();
  return (dataset) => {
    const sample = samples.get(dataset.name) ?? sampleOf(root, dataset);
    samples.set(dataset.name, sample);
    return sample;
  };
}

/** Stages that read or make the events before any cut. */
const BEFORE_CUTS = ['generate', 'preprocess', 'compare'];

/** Stages that read no events, besides those of a study. */
const WITHOUT_EVENTS = ['figures', 'report'];
const NO_EVENTS = { events: 0, split: [0, 0, 0], eventBytes: 0 } as const;

function loadOf({ stage, config, dataset }: Task, samples: Samples): Known['load'] {
  const members = config.members.length;
  if (!dataset || WITHOUT_EVENTS.includes(stage)) return { ...NO_EVENTS, members };
  const { generated, selected, ...sample } = samples(dataset);
  return { ...sample, members, events: BEFORE_CUTS.includes(stage) ? generated : selected };
}

async function freeBytes(root: string): Promise<number> {
  const { bavail, bsize } = await statfs(root);
  return bavail * bsize;
}
