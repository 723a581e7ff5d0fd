import { join } from 'node:path';
import { type Config, digest, stageDir } from '@deelema/workflow';
import { z } from 'zod';
import type { Load } from './cost.ts';
import { eventBytes } from './dataset-costs.ts';
import { readRecord, type StageRecord } from './record.ts';

/** How many events a dataset has, as far as settings and records say. */
export interface Sample extends Pick<Load, 'split' | 'eventBytes'> {
  /** Of `generate`; undefined if nobody knows before they are read. */
  readonly generated: number | undefined;
  /** Of `preprocess`. */
  readonly selected: number | undefined;
}

/**
 * The sizes of a dataset.
 *
 * Cuts of which no record says how many events pass are taken to let all of them pass.
 *
 * @param root The workspace.
 * @param dataset Its settings.
 */
export function sampleOf(root: string, dataset: Config): Sample {
  const { generate, preprocess } = dataset.sections;
  const record = (stage: string) =>
    readRecord(join(root, stageDir('dataset', dataset.name, stage)));
  const generated = generatedEvents(generate.config, record('generate'));
  const { split, selection } = preprocessing.catch({}).parse(preprocess.config);
  const passing = passed(selection, record('preprocess'));
  const selected = generated === undefined ? undefined : Math.round(generated * passing);
  return {
    split: split ?? DEFAULT_SPLIT,
    eventBytes: eventBytes(generate.config),
    generated,
    selected: selected === undefined ? undefined : Math.min(selected, selection?.limit ?? Infinity),
  };
}

const DEFAULT_SPLIT = [0.7, 0.2, 0.1] as const;

const generating = z.object({ events: z.number().optional() });

const preprocessing = z.object({
  split: z.tuple([z.number(), z.number(), z.number()]).optional(),
  selection: z.looseObject({ limit: z.number().optional() }).optional(),
});
type Selection = z.infer<typeof preprocessing>['selection'];

/** Those that the settings ask for; of a file those that an earlier run found with the same settings. */
function generatedEvents(settings: unknown, record: StageRecord | undefined): number | undefined {
  const { data } = generating.safeParse(settings);
  if (data?.events !== undefined) return data.events;
  if (!record || digest(record.config ?? null) !== digest(settings)) return undefined;
  return numberOf(record, 'kept');
}

/** Share of the events that pass the cuts, from a run with the same ones. */
function passed(selection: Selection, record: StageRecord | undefined): number {
  if (!selection || !record) return 1;
  const before = preprocessing.catch({}).parse(record.config).selection;
  if (digest(before ?? null) !== digest(selection)) return 1;
  const [kept, read] = [numberOf(record, 'kept'), numberOf(record, 'read')];
  return kept === undefined || !read ? 1 : kept / read;
}

function numberOf({ counts }: StageRecord, name: string): number | undefined {
  const count = counts[name];
  return typeof count === 'number' ? count : undefined;
}
