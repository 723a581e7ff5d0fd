// @ts-check
import { ConfigError } from './errors.mjs';
import { stageEntry } from './stages.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */

/** Names under `datasets/` that are not datasets: `samples` holds committed event files. */
const RESERVED = ['samples'];

/** The Nx project that is the workspace itself. */
const WORKSPACE_PROJECT = 'deelema';

/**
 * The YAML file of a dataset or pipeline, relative to the workspace.
 *
 * @param {Kind} kind
 * @param {string} name
 */
export function configFile(kind, name) {
  return kind === 'dataset' ? `datasets/${name}/dataset.yaml` : `pipelines/${name}/pipeline.yaml`;
}

/**
 * The Nx project of a dataset or pipeline. Datasets have a prefix, so that both may share a name.
 *
 * @param {Kind} kind
 * @param {string} name
 */
export function projectName(kind, name) {
  return kind === 'dataset' ? `data-${name}` : name;
}

/**
 * The folder a stage's outputs end up in, relative to the workspace.
 *
 * @param {Kind} kind Kind of the project that is asked about; a pipeline's dataset stages lie with its dataset.
 * @param {string} name
 * @param {string} stage
 */
export function stageDir(kind, name, stage) {
  return kind === 'dataset' ? `datasets/${name}/${stage}` : `pipelines/${name}/out/${stage}`;
}

/**
 * Checks the name of a dataset or pipeline.
 *
 * @param {Kind} kind
 * @param {string} name
 * @throws {ConfigError} if the name is reserved or would not make a folder and an Nx project.
 */
export function checkName(kind, name) {
  if (kind === 'dataset' && RESERVED.includes(name)) {
    throw new ConfigError(
      `A dataset cannot be called "${name}": datasets/${name}/ holds committed event files. Choose another name.`
    );
  }
  if (
    kind === 'pipeline' &&
    (name === WORKSPACE_PROJECT || name.startsWith(projectName('dataset', '')))
  ) {
    throw new ConfigError(
      `A pipeline cannot be called "${name}": Nx knows another project by that name. Choose another name.`
    );
  }
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(name)) {
    throw new ConfigError(
      `${JSON.stringify(name)} is no name for a ${kind}: expected letters, digits, ".", "_" and "-", a letter or digit first.`
    );
  }
}

/**
 * The package that implements a stage unless the YAML names another.
 *
 * @param {string} stage
 */
export function stagePackage(stage) {
  stageEntry(stage);
  return `@deelema/${stage}`;
}
