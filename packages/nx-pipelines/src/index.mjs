// @ts-check
// The Nx plugin: every datasets/*/dataset.yaml, pipelines/*/pipeline.yaml and pipelines/*/study.yaml is a project, and
// every member of a study's matrix another; every stage is a target.
import { basename, dirname } from 'node:path';
import {
  checkedStudy,
  isListed,
  memberConfig,
  memberOf,
  projectName,
  stageDir,
  stagesOf,
} from '@deelema/workflow';
import { checkedTargets } from './checked-targets.mjs';
import { rememberStageCode } from './remember.mjs';
import { targets } from './targets.mjs';

/** @typedef {import('@deelema/workflow').Kind} Kind */
/** @typedef {import('@deelema/workflow').Study} Study */
/** @typedef {import('./remember.mjs').StageCode} StageCode */
/** @typedef {import('nx/src/devkit-exports.js').ProjectConfiguration} Project */
/** @typedef {import('nx/src/devkit-exports.js').TargetConfiguration} Target */

/**
 * The Nx projects of one YAML file.
 *
 * @param {string} root The workspace.
 * @param {string} file The YAML, relative to the workspace.
 * @param {StageCode} code
 * @returns {Promise<[string, { projects: Record<string, Project> }]>} By their folders.
 */
async function inferProjects(root, file, code) {
  const folder = dirname(file);
  const name = basename(folder);
  const kind = kindOf(file);
  const inferred = await targetsOr(kind, name, () => checkedTargets(root, kind, name, code));
  const project = projectOf(kind, safeName(kind, name), folder, inferred);
  const members = kind === 'study' ? await inferMembers(root, name, code) : {};
  return [file, { projects: { [folder]: project, ...members } }];
}

/** @param {string} file @returns {Kind} */
function kindOf(file) {
  if (file.endsWith('dataset.yaml')) return 'dataset';
  return file.endsWith('study.yaml') ? 'study' : 'pipeline';
}

/** @param {string} kind @param {string} name @param {string} root @param {Record<string, Target>} inferred @returns {Project} */
function projectOf(kind, name, root, inferred) {
  const projectType = kind === 'dataset' ? 'library' : 'application';
  return { name, root, projectType, tags: [kind], targets: inferred };
}

/**
 * The projects of a study's matrix. Their folders are there when they are built.
 *
 * @param {string} root
 * @param {string} name
 * @param {StageCode} code
 * @returns {Promise<Record<string, Project>>} None of a study whose members cannot be told, or are called as others.
 */
async function inferMembers(root, name, code) {
  /** @type {Record<string, Project>} */
  const projects = {};
  const study = studyOrNone(root, name);
  if (!study) return projects;
  for (const member of study.members.filter((each) => !isListed(each))) {
    const { pipeline } = member;
    const inferred = await targetsOr('pipeline', pipeline, async () =>
      targets(root, await memberConfig(root, study, member), code)
    );
    const folder = dirname(stageDir('pipeline', pipeline, 'train'));
    projects[folder] = projectOf('member', projectName('pipeline', pipeline), folder, inferred);
  }
  return projects;
}

/** @param {string} root @param {string} name @returns {Study | undefined} */
function studyOrNone(root, name) {
  try {
    return checkedStudy(root, name);
  } catch {
    return undefined;
  }
}

/**
 * @param {Kind} kind
 * @param {string} name
 * @param {() => Promise<Record<string, Target>>} infer
 * @returns {Promise<Record<string, Target>>}
 */
async function targetsOr(kind, name, infer) {
  try {
    return await infer();
  } catch {
    // Whatever is wrong with one YAML must not take the other projects down; its own targets say what it is.
    return brokenTargets(kind, name);
  }
}

/**
 * The project's name; another for one that has taken the name of a dataset's project or of the workspace, so
 * that those stay usable. Such a one is refused, see checkName.
 *
 * @param {Kind} kind
 * @param {string} name
 */
function safeName(kind, name) {
  const taken = kind !== 'dataset' && (name === 'deelema' || name.startsWith('data-'));
  return taken ? `misnamed-${name}` : projectName(kind, name);
}

/**
 * What stands in for a project whose YAML is wrong: its targets print what is wrong and fail, before anything runs.
 * The other projects of the workspace are not disturbed.
 *
 * @param {Kind} kind
 * @param {string} name
 */
function brokenTargets(kind, name) {
  const command = `node packages/nx-pipelines/src/explain.mjs ${kind} '${name.replaceAll("'", "'\\''")}'`;
  const all = kind === 'study' ? 'study' : 'pipeline';
  const names = [...targetStages(kind), ...(memberOf(name) ? [] : [all])];
  return Object.fromEntries(names.map((stage) => [stage, { command, cache: false }]));
}

/** @param {Kind} kind */
function targetStages(kind) {
  return kind === 'study' ? stagesOf('study') : [...stagesOf('dataset'), ...stagesOf('pipeline')];
}

export const name = 'nx-pipelines';

/** @type {import('nx/src/devkit-exports.js').CreateNodesV2} */
export const createNodesV2 = [
  '{datasets/*/dataset.yaml,pipelines/*/pipeline.yaml,pipelines/*/study.yaml}',
  (files, _options, { workspaceRoot }) => {
    const code = rememberStageCode();
    return Promise.all(files.map((file) => inferProjects(workspaceRoot, file, code)));
  },
];
export const createNodes = createNodesV2;

export default { name, createNodes, createNodesV2 };
