import type { Section } from '@deelema/workflow';
import type { Cost, Load } from './cost.ts';
import { MODELS } from './models.ts';
import { loadOf, type StageRecord } from './record.ts';

/** Where an expected time comes from: a run with the same load, one with another, or rates. */
export type Source = 'record' | 'scaled record' | 'model';

/** What a task is expected to take; or why nobody can say. */
export type Estimate =
  (Cost & { readonly source: Source }) | { readonly source: 'unknown'; readonly reason: string };

/** What is known of a task before it runs. */
export interface Known {
  readonly stage: string;
  readonly section: Section;
  /** Of the last run; undefined if there was none. */
  readonly record: StageRecord | undefined;
  /** Without `events` where their number is unknown. */
  readonly load: Omit<Load, 'events'> & { readonly events: number | undefined };
  /** Seconds of this machine per second of that of the rates. */
  readonly pace: number;
}

/** Loads closer than this take the same. */
const SAME = 0.1;

/**
 * What a task that has to run takes.
 *
 * A record goes before the model: as it is where the model sees the same load then and now, else in proportion.
 *
 * @param known What is known of the task.
 */
export function estimate({ stage, section, record, load, pace }: Known): Estimate {
  const usable = record?.swapped === (section.swap !== undefined) ? record : undefined;
  if (section.swap) return usable ? recorded(usable) : unknown('a swapped stage that never ran');
  if (load.events === undefined) {
    return usable ? recorded(usable) : unknown('the number of events is not known yet');
  }
  const now = MODELS[stage]?.(section.config, { ...load, events: load.events });
  if (!now) return usable ? recorded(usable) : unknown('there is no model of its cost');
  const before = usable && modelled(stage, usable, load.eventBytes);
  return before
    ? scaled(usable, before, now)
    : { ...now, seconds: now.seconds * pace, source: 'model' };
}

/**
 * What the model says of a recorded run.
 *
 * @param stage The stage.
 * @param record Of it.
 * @param eventBytes Bytes of an event as generated.
 * @returns Undefined if the record does not hold settings that the model knows.
 */
export function modelled(stage: string, record: StageRecord, eventBytes: number): Cost | undefined {
  const cost = MODELS[stage]?.(record.config, loadOf(record, eventBytes));
  return cost && Number.isFinite(cost.seconds) && cost.seconds > 0 ? cost : undefined;
}

function scaled(record: StageRecord, before: Cost, now: Cost): Estimate {
  const [time, size] = [now.seconds / before.seconds, now.bytes / before.bytes];
  const same = Math.abs(time - 1) < SAME && Math.abs(size - 1) < SAME;
  if (same) return recorded(record);
  return {
    seconds: record.seconds * time,
    bytes: Math.round(record.bytes * size),
    source: 'scaled record',
  };
}

function recorded({ seconds, bytes }: StageRecord): Estimate {
  return { seconds, bytes, source: 'record' };
}

function unknown(reason: string): Estimate {
  return { source: 'unknown', reason };
}
