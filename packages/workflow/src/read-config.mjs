// @ts-check
import { dirname } from 'node:path';
import { checkAgainstStudy } from './check-against-study.mjs';
import { checkStages } from './check-stages.mjs';
import { checkTopLevel } from './check-top-level.mjs';
import { ConfigError } from './errors.mjs';
import { checkName, configFile, memberOf } from './paths.mjs';
import { memberYaml, projectYaml } from './project-yaml.mjs';
import { describeLabels, isListed, readStudy } from './study.mjs';
import { checkOneKind, checkStudyNames } from './study-names.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./study.mjs').Member} Member */
/** @typedef {import('./study.mjs').Study} Study */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */
/** @typedef {import('./study.mjs').Until} Until */
/** @typedef {import('./check-stages.mjs').Section} Section */

/** @typedef {Member & { readonly stages: readonly string[] }} ConfigMember A pipeline of a study, and its stages. */

/**
 * @typedef {object} Config A checked dataset, pipeline or study.
 * @property {Kind} kind
 * @property {string} name
 * @property {string} file The YAML, relative to the workspace.
 * @property {string} base Its folder, relative to the workspace.
 * @property {string | undefined} dataset The dataset a pipeline works on.
 * @property {Record<string, Section>} sections One for each stage of this kind; of an optional one only if the YAML has
 *  it.
 * @property {readonly ConfigMember[]} members The pipelines of a study; of other kinds none.
 * @property {Until | undefined} until The last stage that a study makes of them.
 */

/**
 * Reads and checks the whole YAML of a dataset, pipeline or study, before any of its stages starts; of a study also
 * what its members are set to.
 *
 * The settings of a swapped stage are its own: they are checked by the runner, which can load it.
 *
 * @param {string} root The workspace.
 * @param {Kind} kind
 * @param {string} name Of a member of a study's matrix `<study>/<member>`.
 * @returns {Promise<Config>}
 * @throws {ConfigError} naming everything that is wrong, one line each: place, what was received, what was expected.
 */
export async function readConfig(root, kind, name) {
  checkName(kind, name);
  if (kind === 'study') return readStudyConfig(root, name);
  const part = kind === 'pipeline' ? memberOf(name) : undefined;
  if (part) checkedStudy(root, part.study);
  else if (kind === 'pipeline') checkOneKind(root, name);
  return checkedConfig(root, kind, name, projectYaml(root, kind, name));
}

/**
 * Reads a study and checks its members' names, but not what they are set to.
 *
 * @param {string} root The workspace.
 * @param {string} name
 * @returns {Study}
 * @throws {ConfigError} naming everything that is wrong, one line each.
 */
export function checkedStudy(root, name) {
  checkName('study', name);
  checkOneKind(root, name);
  const study = readStudy(root, name);
  checkStudyNames(root, study);
  return study;
}

/**
 * Checks what one member of a study is set to.
 *
 * @param {string} root The workspace.
 * @param {Study} study
 * @param {Member} member
 * @returns {Promise<Config>}
 * @throws {ConfigError} naming everything that is wrong, one line each.
 */
export function memberConfig(root, study, member) {
  const { pipeline } = member;
  if (isListed(member)) return readConfig(root, 'pipeline', pipeline);
  return checkedConfig(root, 'pipeline', pipeline, memberYaml(study, member));
}

/** @param {string} root @param {Kind} kind @param {string} name @param {YamlFile} yaml @returns {Promise<Config>} */
async function checkedConfig(root, kind, name, yaml) {
  const file = configFile(kind, name);
  const base = dirname(file);
  const ofTop = checkTopLevel(root, kind, yaml);
  const { sections, problems } = await checkStages(root, base, yaml, kind);
  if (ofTop.length + problems.length > 0) {
    throw new ConfigError([...ofTop, ...problems].join('\n'));
  }
  const dataset = kind === 'pipeline' ? String(yaml.value.dataset) : undefined;
  return { kind, name, file, base, dataset, sections, members: [], until: undefined };
}

/** @param {string} root @param {string} name @returns {Promise<Config>} */
async function readStudyConfig(root, name) {
  const study = checkedStudy(root, name);
  const file = configFile('study', name);
  const base = dirname(file);
  const { sections, problems } = await checkStages(root, base, study.yaml, 'study');
  const ofStudy = await checkAgainstStudy(root, study, sections);
  const { members, problems: ofMembers } = await checkMembers(root, study);
  const all = [...problems, ...ofStudy, ...ofMembers];
  if (all.length > 0) throw new ConfigError(all.join('\n'));
  const { until } = study;
  return { kind: 'study', name, file, base, dataset: undefined, sections, members, until };
}

/**
 * The members with their stages, and what is wrong with their settings.
 *
 * @param {string} root
 * @param {Study} study
 * @returns {Promise<{ members: ConfigMember[], problems: string[] }>} Without the members that something is wrong with;
 *  a mistake that many members share is told once.
 */
async function checkMembers(root, study) {
  /** @type {ConfigMember[]} */
  const members = [];
  /** @type {Map<string, string[]>} */
  const told = new Map();
  for (const member of study.members) {
    try {
      const { sections } = await memberConfig(root, study, member);
      members.push({ ...member, stages: Object.keys(sections) });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.message.split('\n')) {
        const common = problem.replace(` (${describeLabels(member)})`, '');
        told.set(common, [...(told.get(common) ?? []), problem]);
      }
    }
  }
  const problems = [...told.values()].map(([first, ...others]) =>
    others.length === 0
      ? first
      : `${first} The same holds for ${others.length} more of its members.`
  );
  return { members, problems };
}
