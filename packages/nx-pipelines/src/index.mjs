// @ts-check
// The Nx plugin: every datasets/*/dataset.yaml and pipelines/*/pipeline.yaml is a project, every stage a target.
import { basename, dirname } from 'node:path';
import { projectName, readConfig, STAGES } from '@deelema/workflow';
import { targets } from './targets.mjs';

/** @typedef {import('@deelema/workflow').Kind} Kind */

/**
 * The Nx project of one YAML file.
 *
 * @param {string} root The workspace.
 * @param {string} file The YAML, relative to the workspace.
 * @returns {Promise<[string, { projects: Record<string, import('nx/src/devkit-exports.js').ProjectConfiguration> }]>}
 */
async function inferProject(root, file) {
  const folder = dirname(file);
  const name = basename(folder);
  const kind = file.endsWith('dataset.yaml') ? 'dataset' : 'pipeline';
  const project = {
    name: safeName(kind, name),
    root: folder,
    projectType: /** @type {'library' | 'application'} */ (
      kind === 'dataset' ? 'library' : 'application'
    ),
    tags: [kind],
    targets: await inferTargets(root, kind, name),
  };
  return [file, { projects: { [folder]: project } }];
}

/** @param {string} root @param {Kind} kind @param {string} name */
async function inferTargets(root, kind, name) {
  try {
    return targets(root, await readConfig(root, kind, name));
  } catch {
    // Whatever is wrong with one YAML must not take the other projects down; its own targets say what it is.
    return brokenTargets(kind, name);
  }
}

/**
 * The project's name; another for a pipeline that has taken the name of a dataset's project or of the workspace, so
 * that those stay usable. Such a pipeline is refused, see checkName.
 *
 * @param {Kind} kind
 * @param {string} name
 */
function safeName(kind, name) {
  const taken = kind === 'pipeline' && (name === 'deelema' || name.startsWith('data-'));
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
  const names = [...Object.keys(STAGES), 'pipeline'];
  return Object.fromEntries(names.map((stage) => [stage, { command, cache: false }]));
}

export const name = 'nx-pipelines';

/** @type {import('nx/src/devkit-exports.js').CreateNodesV2} */
export const createNodesV2 = [
  '{datasets/*/dataset.yaml,pipelines/*/pipeline.yaml}',
  (files, _options, { workspaceRoot }) =>
    Promise.all(files.map((file) => inferProject(workspaceRoot, file))),
];
export const createNodes = createNodesV2;

export default { name, createNodes, createNodesV2 };
