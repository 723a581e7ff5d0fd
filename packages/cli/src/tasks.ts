import {
  collectedStages,
  type Config,
  ConfigError,
  type Kind,
  neededStages,
  projectName,
  stageDir,
  stageEntry,
} from '@deelema/workflow';
import {
  type Configs,
  projectOf,
  readConfigs,
  targetOfAll,
  wantedStages,
} from './wanted-stages.ts';

/** One stage that a run consists of. */
export interface Task {
  readonly kind: Kind;
  readonly name: string;
  readonly stage: string;
  /** How it is told to the user. */
  readonly title: string;
  /** Its output folder, relative to the workspace. */
  readonly folder: string;
  /** The output folders of the stages that it needs. */
  readonly needs: readonly string[];
  /** Whose stage it is. */
  readonly config: Config;
  /** The dataset whose events it works on; a study's stages have none. */
  readonly dataset?: Config;
}

/** What is run: a task of Nx, and all that it consists of in an order in which it can be done. */
export interface Run {
  readonly target: string;
  readonly tasks: readonly Task[];
}

/**
 * What a pipeline or dataset, or one stage of it, consists of.
 *
 * @param configs Pipeline and dataset.
 * @param given A stage; all of them if undefined or `pipeline`.
 * @throws ConfigError if there is no such stage.
 */
export function planPipeline(configs: Configs, given: string | undefined): Run {
  const stage = given === undefined || given === 'pipeline' ? targetOfAll(configs) : given;
  const tasks = wantedStages(configs, stage).map((each) => taskOf(configs, each, each));
  return { target: `${projectOf(configs, stage)}:${stage}`, tasks };
}

/**
 * What a study consists of: the stages of its members that it asks for, those of their datasets, and its own.
 *
 * @param root The workspace.
 * @param study The study.
 * @param given `study` or undefined for all, `collect` for its table alone, `charts` for the table and its figures.
 * @throws ConfigError if there is no such stage.
 */
export async function planStudy(root: string, study: Config, given: string = ALL): Promise<Run> {
  const own = Object.keys(study.sections);
  if (given !== ALL && !own.includes(given)) {
    throw new ConfigError(
      `study ${study.name} has no stage "${given}": expected one of ${[ALL, ...own].join(', ')}; ask a member for its stages, e.g. deelema run ${projectName('pipeline', study.members[0].pipeline)} ${given}.`
    );
  }
  const last = given === ALL ? (study.until ?? 'evaluate') : 'evaluate';
  const tasks = new Map<string, Task>();
  for (const { pipeline } of study.members) {
    const configs = await readConfigs(root, pipeline);
    for (const stage of wantedStages(configs, last)) {
      const task = taskOf(configs, stage);
      tasks.set(task.folder, task);
    }
  }
  const asked = given === ALL ? own : [...stageEntry(given).needs, given];
  const ofStudy = asked.map((stage) => collectingTask(study, stage));
  return { target: `${study.name}:${given}`, tasks: [...tasks.values(), ...ofStudy] };
}

const ALL = 'study';

function taskOf(configs: Configs, stage: string, title?: string): Task {
  const config = ownerOf(configs, stage);
  const { kind, name } = config;
  return {
    config,
    dataset: configs.dataset,
    kind,
    name,
    stage,
    title: title ?? `${projectName(kind, name)}:${stage}`,
    folder: stageDir(kind, name, stage),
    needs: neededStages(stage, Object.keys(config.sections)).map((upstream) => {
      const owner = ownerOf(configs, upstream);
      return stageDir(owner.kind, owner.name, upstream);
    }),
  };
}

function ownerOf({ pipeline, dataset }: Configs, stage: string): Config {
  return stageEntry(stage).kind === 'pipeline' && pipeline ? pipeline : dataset;
}

function collectingTask(config: Config, stage: string): Task {
  const { kind, name, members } = config;
  const ofMembers = members.flatMap(({ pipeline, stages }) =>
    collectedStages(stage, stages).map((upstream) => stageDir('pipeline', pipeline, upstream))
  );
  return {
    config,
    kind,
    name,
    stage,
    title: `${projectName(kind, name)}:${stage}`,
    folder: stageDir(kind, name, stage),
    needs: [
      ...stageEntry(stage).needs.map((upstream) => stageDir(kind, name, upstream)),
      ...ofMembers,
    ],
  };
}
