import type { z } from 'zod';
import type { Progress } from './progress.ts';

/** What one upstream stage left behind. */
export interface StageInput {
  /** Folder of the upstream stage. */
  readonly dir: string;
  /**
   * Path of one declared output of the upstream stage.
   *
   * @throws Error if the upstream stage declares no output of that name.
   */
  path(output: string): string;
}

/** A pipeline of a study, and what its stages left behind. */
export interface StageMember {
  /** Its labels joined by "-", or the name of the pipeline that the study lists. */
  readonly name: string;
  /** Axis to label, in the order of the axes; none of a pipeline that is listed. */
  readonly labels: Readonly<Record<string, string>>;
  /** The outputs that are collected, by the name of the stage they come from; none of an optional one it has not. */
  readonly inputs: Readonly<Record<string, StageInput>>;
}

/** Where a stage writes: an empty folder that becomes the stage's output folder on success. */
export interface StageOutput {
  readonly dir: string;
  /**
   * Path of one declared output.
   *
   * @throws Error if the stage declares no output of that name.
   */
  path(output: string): string;
  /**
   * Path of a further file inside the output folder, e.g. `file('mass.svg')`.
   *
   * @throws Error if the name leaves the output folder.
   */
  file(name: string): string;
}

/** All a stage is given. Nothing else is an input: no global, no environment variable, no clock. */
export interface StageContext<Config> {
  /** Its own section of the YAML after validation, defaults filled in. */
  readonly config: Config;
  /** The upstream outputs, by the name of the stage they come from; an optional stage that is not there has none. */
  readonly inputs: Readonly<Record<string, StageInput>>;
  /** The pipelines of the study, in its order; of a stage that collects nothing there are none. */
  readonly members?: readonly StageMember[];
  /**
   * Folders of the stages whose making it tells of, in the order of the data's way: `manifest.json` and `making.json` in
   * them may be read. Of a stage that tells of none there are none.
   */
  readonly makings?: readonly string[];
  readonly out: StageOutput;
  /** Dataset, pipeline or study this run belongs to, e.g. `toy-ec20`; a member of a study as Nx calls it. */
  readonly project: string;
  /** Folder of the YAML file; relative paths in `config` are resolved against it. */
  readonly base: string;
  /** A folder that outlives an interrupted run with the same inputs, for checkpoints; gone on success. */
  readonly scratch: string;
  /** How many worker threads to use. Must not change a byte of the result. */
  readonly workers: number;
  readonly progress: Progress;
  /** Aborted on SIGINT, SIGTERM and SIGHUP; check it at least once per record batch. */
  readonly signal: AbortSignal;
}

/** What a stage may report on success. */
export interface StageResult {
  /** Determined numbers for `manifest.json`, e.g. `{ read: 5000, kept: 4980, dropped: { 'pT cut': 20 } }`. */
  readonly counts?: Readonly<Record<string, unknown>>;
  /** What is not determined or not a result, for `run.json`: backend, device, versions, rates. */
  readonly record?: Readonly<Record<string, unknown>>;
}

/** A stage: a name, the schema of its YAML section, and what it does. */
export interface Stage<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly config: Schema;
  run(context: StageContext<z.output<Schema>>): Promise<StageResult | undefined>;
}

/**
 * Declares a stage; gives `run` the types of its configuration.
 *
 * @param stage Name, schema (a `z.strictObject`, so that an unknown key is an error) and action.
 *  Inputs and outputs are declared once for all stages, in `@deelema/workflow`'s stage table.
 * @returns The same object.
 */
export function defineStage<Schema extends z.ZodType>(stage: Stage<Schema>): Stage<Schema> {
  return stage;
}
