import {
  type Config,
  ConfigError,
  type Kind,
  memberOf,
  neededStages,
  projectName,
  readConfig,
  stageEntry,
  STAGES,
} from '@deelema/workflow';

/** A pipeline with its dataset, or a dataset alone. */
export type Configs = Readonly<{ pipeline?: Config; dataset: Config }>;

/**
 * Reads what a name stands for.
 *
 * @param root The workspace.
 * @param name Of a pipeline, or `data-…` of a dataset.
 * @throws ConfigError if one of the YAML files is missing or wrong.
 */
export async function readConfigs(root: string, name: string): Promise<Configs> {
  const prefix = projectName('dataset', '');
  if (name.startsWith(prefix)) {
    return { dataset: await readConfig(root, 'dataset', name.slice(prefix.length)) };
  }
  const pipeline = await readConfig(root, 'pipeline', name);
  return { pipeline, dataset: await readConfig(root, 'dataset', String(pipeline.dataset)) };
}

/**
 * The stages that make what was asked for, in the order of the data's way.
 *
 * @param configs Pipeline and dataset.
 * @param wanted A stage, or `pipeline` for all.
 * @throws ConfigError if there is no such stage.
 */
export function wantedStages({ pipeline, dataset }: Configs, wanted: string): string[] {
  const present = { ...dataset.sections, ...pipeline?.sections };
  if (wanted === 'pipeline') {
    // Nothing of a pipeline needs what is optional in its dataset.
    const skip = (stage: string) => pipeline !== undefined && isOptionalOf('dataset', stage);
    return Object.keys(STAGES).filter((stage) => Object.hasOwn(present, stage) && !skip(stage));
  }
  const { kind, optional } = stageEntry(wanted);
  if (!Object.hasOwn(present, wanted)) {
    const owner = (kind === 'dataset' ? undefined : pipeline) ?? dataset;
    const reason =
      optional && owner.kind === kind
        ? `${owner.file} has no section "${wanted}"`
        : `"${wanted}" belongs to a ${kind}`;
    throw new ConfigError(`${owner.kind} ${owner.name} has no stage "${wanted}": ${reason}.`);
  }
  return withUpstream(wanted, Object.keys(present));
}

/**
 * The Nx target that makes all stages.
 *
 * @param configs Pipeline and dataset.
 * @returns `pipeline`; of a dataset without optional stages and of a member of a study, which have no such target, the
 *  last stage.
 */
export function targetOfAll({ pipeline, dataset }: Configs): string {
  const stages = Object.keys((pipeline ?? dataset).sections);
  if (pipeline && memberOf(pipeline.name)) return stages[stages.length - 1];
  const umbrella = pipeline !== undefined || stages.some((stage) => stageEntry(stage).optional);
  return umbrella ? 'pipeline' : stages[stages.length - 1];
}

function isOptionalOf(kind: Kind, stage: string): boolean {
  const entry = stageEntry(stage);
  return entry.kind === kind && entry.optional === true;
}

/** The Nx project that has the target: an optional stage of a dataset has no alias in its pipelines. */
export function projectOf({ pipeline, dataset }: Configs, wanted: string): string {
  const ofDataset = wanted !== 'pipeline' && isOptionalOf('dataset', wanted);
  return pipeline && !ofDataset
    ? projectName('pipeline', pipeline.name)
    : projectName('dataset', dataset.name);
}

function withUpstream(stage: string, present: readonly string[]): string[] {
  const needed = new Set([stage]);
  for (const each of needed) {
    neededStages(each, present).forEach((upstream) => needed.add(upstream));
  }
  return Object.keys(STAGES).filter((each) => needed.has(each));
}
