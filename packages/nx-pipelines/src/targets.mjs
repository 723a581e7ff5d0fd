// @ts-check
import {
  backendCommand,
  collectedStages,
  memberOf,
  neededStages,
  projectName,
  requiredStagesOf,
  stageCode,
  stageDir,
  stageEntry,
} from '@deelema/workflow';

/** @typedef {import('@deelema/workflow').Config} Config */
/** @typedef {import('./remember.mjs').StageCode} StageCode */
/** @typedef {import('nx/src/devkit-exports.js').TargetConfiguration} Target */

/** How stages made their outputs. */
const MADE = '**/{manifest,making}.json';

/** Builds all packages: what stage processes run. */
const BUILD = { projects: ['deelema'], target: 'build' };

/**
 * The Nx targets of a checked dataset, pipeline or study: one per stage, and `pipeline` or `study` for all of them. A
 * dataset has that only with an optional stage, for the others are made by the pipelines that need them; a member of a
 * study never has it, so that all pipelines can be run without all studies.
 *
 * @param {string} root The workspace.
 * @param {Config} config
 * @param {StageCode} code How to find what a stage is made of.
 * @returns {Record<string, Target>}
 */
export function targets(root, config, code = stageCode) {
  const own = Object.keys(config.sections);
  /** @type {Record<string, Target>} */
  const result = Object.fromEntries(
    own.map((stage) => [stage, stageTarget(root, config, stage, code)])
  );
  if (config.kind === 'dataset') {
    if (own.some((stage) => stageEntry(stage).optional)) result.pipeline = umbrella(own);
    return result;
  }
  if (config.kind === 'study') {
    return { ...result, study: umbrella([...own, ...lastStages(config)]) };
  }
  for (const stage of requiredStagesOf('dataset')) {
    result[stage] = umbrella([dependency(config, stage)]);
  }
  if (!memberOf(config.name)) result.pipeline = umbrella(own);
  return result;
}

/** The members' last stages, where those that are collected do not include them. @param {Config} config */
function lastStages({ members, until }) {
  if (until === undefined || until === 'evaluate') return [];
  return members.map((member) => ofMember(member, until));
}

/** @param {import('@deelema/workflow').Member} member @param {string} target */
function ofMember({ pipeline }, target) {
  return { projects: [projectName('pipeline', pipeline)], target };
}

/**
 * @param {string} root
 * @param {Config} config
 * @param {string} stage
 * @param {StageCode} code
 * @returns {Target}
 */
function stageTarget(root, config, stage, code) {
  const needed = neededStages(stage, Object.keys(config.sections));
  const collected = config.members.flatMap((member) =>
    collectedStages(stage, member.stages).map((upstream) => ofMember(member, upstream))
  );
  return {
    // Constant: Nx hashes the commands and outputs of all targets of a project into each of its tasks.
    command: `node packages/stage/bin/run-stage.mjs ${config.kind} ${config.name} ${stage}`,
    cache: true,
    parallelism: !stageEntry(stage).serial,
    dependsOn: [BUILD, ...needed.map((upstream) => dependency(config, upstream)), ...collected],
    inputs: inputs(config, stage, code(root, stage, config.sections[stage].swap)),
    outputs: [`{workspaceRoot}/${stageDir(config.kind, config.name, stage)}`],
  };
}

/** @param {Config} config @param {string} stage Of this kind, or a dataset's stage asked for by a pipeline. */
function dependency(config, stage) {
  if (stageEntry(stage).kind === config.kind) return stage;
  return { projects: [projectName('dataset', String(config.dataset))], target: stage };
}

/**
 * A target that does nothing itself; with an input, so that it counts as cached when all below it is.
 *
 * @param {NonNullable<Target['dependsOn']>} dependsOn
 * @returns {Target}
 */
function umbrella(dependsOn) {
  const inputs = [{ dependentTasksOutputFiles: '**/manifest.json' }];
  return { executor: 'nx:noop', cache: true, inputs, dependsOn };
}

/**
 * All that a stage's result depends on.
 *
 * @param {Config} config
 * @param {string} stage
 * @param {import('@deelema/workflow').Code} code
 * @returns {NonNullable<Target['inputs']>}
 */
function inputs(config, stage, { dirs, npm }) {
  const backend = backendCommand(config, stage);
  return [
    ...dirs.flatMap((dir) => [
      `{workspaceRoot}/${dir}/src/**/*`,
      `{workspaceRoot}/${dir}/bin/**/*`,
      `{workspaceRoot}/${dir}/package.json`,
    ]),
    { externalDependencies: npm },
    { dependentTasksOutputFiles: '**/manifest.json' },
    // All that came before, not only what it reads.
    ...(stageEntry(stage).tells ? [{ dependentTasksOutputFiles: MADE, transitive: true }] : []),
    // Only what a runtime input prints is hashed. It is asked just before the task, so that an edit of the YAML during
    // a long run is noticed.
    {
      runtime: `node packages/nx-pipelines/src/print-inputs.mjs ${config.kind} ${config.name} ${stage}`,
    },
    ...(backend ? [{ runtime: `node ${backend.join(' ')}` }] : []),
  ];
}
