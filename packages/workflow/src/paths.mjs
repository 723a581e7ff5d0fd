// @ts-check
import { ConfigError } from './errors.mjs';
import { stageEntry } from './stages.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */

/** Names under `datasets/` that are not datasets: `samples` holds committed event files. */
const RESERVED = ['samples'];

/** What folders are called. */
const NAME = {
  pattern: /^[a-z0-9][a-z0-9._-]*$/i,
  words: 'letters, digits, ".", "_" and "-", a letter or digit first',
};

/** What the values of a study's axes are called; they become part of a folder's name. */
export const LABEL = {
  pattern: /^[a-z0-9][a-z0-9._+-]*$/i,
  words: 'letters, digits, ".", "_", "+" and "-", a letter or digit first',
};

/** The Nx project that is the workspace itself. */
const WORKSPACE_PROJECT = 'deelema';

/**
 * The pipelines of a study's matrix have no folder of their own: they are called `<study>/<member>`.
 *
 * @param {string} name Name of a pipeline.
 * @returns {{ study: string, member: string } | undefined} Undefined for a pipeline that has a folder.
 */
export function memberOf(name) {
  const [study, ...rest] = name.split('/');
  return rest.length === 0 ? undefined : { study, member: rest.join('/') };
}

/**
 * The YAML file of a dataset, pipeline or study, relative to the workspace.
 *
 * @param {Kind} kind
 * @param {string} name
 */
export function configFile(kind, name) {
  if (kind === 'dataset') return `datasets/${name}/dataset.yaml`;
  const study = kind === 'study' ? name : memberOf(name)?.study;
  return study === undefined ? `pipelines/${name}/pipeline.yaml` : `pipelines/${study}/study.yaml`;
}

/**
 * The Nx project of a dataset, pipeline or study. Datasets have a prefix, so that both may share a name.
 *
 * @param {Kind} kind
 * @param {string} name
 */
export function projectName(kind, name) {
  return kind === 'dataset' ? `data-${name}` : name.replace('/', '-');
}

/**
 * The folder a stage's outputs end up in, relative to the workspace.
 *
 * @param {Kind} kind Kind of the project that is asked about; a pipeline's dataset stages lie with its dataset.
 * @param {string} name
 * @param {string} stage
 */
export function stageDir(kind, name, stage) {
  if (kind === 'dataset') return `datasets/${name}/${stage}`;
  const part = memberOf(name);
  return part
    ? `pipelines/${part.study}/out/members/${part.member}/${stage}`
    : `pipelines/${name}/out/${stage}`;
}

/**
 * Checks the name of a dataset, pipeline or study.
 *
 * @param {Kind} kind
 * @param {string} name
 * @throws {ConfigError} if the name is reserved or would not make a folder and an Nx project.
 */
export function checkName(kind, name) {
  const part = kind === 'pipeline' ? memberOf(name) : undefined;
  if (part) {
    checkName('study', part.study);
    checkPattern('member of a study', part.member, LABEL);
    return;
  }
  if (kind === 'dataset' && RESERVED.includes(name)) {
    throw new ConfigError(
      `A dataset cannot be called "${name}": datasets/${name}/ holds committed event files. Choose another name.`
    );
  }
  if (
    kind !== 'dataset' &&
    (name === WORKSPACE_PROJECT || name.startsWith(projectName('dataset', '')))
  ) {
    throw new ConfigError(
      `A ${kind} cannot be called "${name}": Nx knows another project by that name. Choose another name.`
    );
  }
  checkPattern(kind, name, NAME);
}

/** @param {string} what @param {string} name @param {{ pattern: RegExp, words: string }} expected */
function checkPattern(what, name, { pattern, words }) {
  if (pattern.test(name)) return;
  throw new ConfigError(`${JSON.stringify(name)} is no name for a ${what}: expected ${words}.`);
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
