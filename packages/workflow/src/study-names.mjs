// @ts-check
// Names across the folder of pipelines and studies: what may be a member, and which project takes whose name.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './errors.mjs';
import { configFile, memberOf, projectName } from './paths.mjs';
import { isListed, readStudy } from './study.mjs';
import { suggest } from './suggest.mjs';

/** @typedef {import('./study.mjs').Member} Member */
/** @typedef {import('./study.mjs').Study} Study */

/**
 * Refuses a folder that is both a pipeline and a study.
 *
 * @param {string} root The workspace.
 * @param {string} name Of the folder under `pipelines/`.
 * @throws {ConfigError} if it has both files.
 */
export function checkOneKind(root, name) {
  if (!isThere(root, 'pipeline', name) || !isThere(root, 'study', name)) return;
  throw new ConfigError(
    `pipelines/${name} holds both pipeline.yaml and study.yaml: a folder is a pipeline or a study, move one of them to a folder of its own.`
  );
}

/**
 * Checks the names of a study's members against all else that is there.
 *
 * @param {string} root The workspace.
 * @param {Study} study
 * @throws {ConfigError} naming everything that is wrong, one line each.
 */
export function checkStudyNames(root, study) {
  const where = study.yaml.where(['members']);
  const problems = study.members.flatMap((member) => {
    if (!isListed(member)) return checkProject(root, study, member);
    const problem = checkListed(root, study, member.name);
    return problem === undefined ? [] : [`${where}: ${problem}`];
  });
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
}

/** @param {string} root @param {Study} study @param {string} name @returns {string | undefined} */
function checkListed(root, study, name) {
  if (name === study.name) return `the study lists itself: expected names of pipelines.`;
  if (isThere(root, 'pipeline', name)) return undefined;
  if (isThere(root, 'study', name)) {
    return `"${name}" is a study, and a study cannot be a member of another: list its pipelines instead.`;
  }
  return `there is no pipeline "${name}".${suggest(name, namesOf(root, 'pipeline'))}`;
}

/** @param {string} root @param {Study} study @param {Member} member Of its matrix. @returns {string[]} */
function checkProject(root, study, { name, pipeline }) {
  const project = projectName('pipeline', pipeline);
  const owner = ownerOf(root, study.name, project);
  if (owner === undefined) return [];
  return [
    `${study.yaml.where(['matrix'])}: the member "${name}" would be the project "${project}", the name of ${owner}: rename a label or the study.`,
  ];
}

/** @param {string} root @param {string} study @param {string} project @returns {string | undefined} Whose name it is. */
function ownerOf(root, study, project) {
  if (project.startsWith(projectName('dataset', ''))) return 'a dataset';
  if (isThere(root, 'pipeline', project)) return 'a pipeline';
  if (isThere(root, 'study', project)) return 'a study';
  const other = namesOf(root, 'study').find(
    (name) => name !== study && project.startsWith(`${name}-`) && makes(root, name, project)
  );
  return other === undefined ? undefined : `a member of the study ${other}`;
}

/** @param {string} root @param {string} study @param {string} project */
function makes(root, study, project) {
  try {
    const { members } = readStudy(root, study);
    return members.some(
      (member) => !isListed(member) && projectName('pipeline', member.pipeline) === project
    );
  } catch {
    // A study with a mistake has no members.
    return false;
  }
}

/**
 * The pipelines or studies that have a folder.
 *
 * @param {string} root The workspace.
 * @param {'pipeline' | 'study'} kind
 * @returns {string[]}
 */
export function namesOf(root, kind) {
  const folders = readdirSync(join(root, 'pipelines'), { withFileTypes: true });
  return folders
    .map(({ name }) => name)
    .filter((name) => isThere(root, kind, name))
    .sort();
}

/** @param {string} root @param {'pipeline' | 'study'} kind @param {string} name */
function isThere(root, kind, name) {
  return memberOf(name) === undefined && existsSync(join(root, configFile(kind, name)));
}
