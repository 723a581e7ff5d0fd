// @ts-check
// What stands in a study.yaml. Without zod, because it is asked before every task of a member.
import { ConfigError } from './errors.mjs';
import { readAxes } from './axes.mjs';
import { combinations, isExcluded, readExclusions } from './combinations.mjs';
import { isMapping } from './merge.mjs';
import { configFile } from './paths.mjs';
import { stagesOf } from './stages.mjs';
import { suggest } from './suggest.mjs';
import { readYaml } from './yaml-file.mjs';

/** @typedef {import('./axes.mjs').Axis} Axis */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */
/** @typedef {'evaluate' | 'report'} Until The last stage that a study makes of its members. */

/**
 * @typedef {object} Member A pipeline of a study.
 * @property {string} name What the study calls it: its labels joined by "-", or the name of the pipeline listed.
 * @property {string} pipeline What the workspace calls it: `<study>/<name>`, or the name of the pipeline listed.
 * @property {import('./combinations.mjs').Labels} labels Axis to label; none of a pipeline listed.
 */

/**
 * @typedef {object} Study
 * @property {string} name
 * @property {YamlFile} yaml
 * @property {readonly Axis[]} axes
 * @property {readonly Member[]} members The pipelines listed, then those of the matrix.
 * @property {Until} until
 */

/** @type {readonly Until[]} */
const UNTIL = ['evaluate', 'report'];

const KEYS = ['description', 'members', 'pipeline', 'matrix', 'exclude', 'until'];

/**
 * Reads what a study consists of. What its members and its own stages are set to is not checked here.
 *
 * @param {string} root The workspace.
 * @param {string} name
 * @returns {Study}
 * @throws {ConfigError} naming everything that is wrong, one line each.
 */
export function readStudy(root, name) {
  const yaml = readYaml(root, configFile('study', name));
  const listed = readListed(yaml);
  const { axes, problems: ofAxes } = readAxes(yaml);
  const { excluded, problems: ofExclusions } = readExclusions(yaml, axes);
  const problems = [...checkKeys(yaml), ...listed.problems, ...ofAxes, ...ofExclusions];
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const wanted = combinations(axes).filter((labels) => !isExcluded(labels, excluded));
  const members = [
    ...listed.names.map(listedMember),
    ...wanted.map((labels) => matrixMember(name, labels)),
  ];
  const ofMembers = checkMembers(yaml, members);
  if (ofMembers.length > 0) throw new ConfigError(ofMembers.join('\n'));
  return { name, yaml, axes, members, until: /** @type {Until} */ (yaml.value.until ?? UNTIL[0]) };
}

/**
 * True if a member is a pipeline that the study lists, false if the matrix makes it.
 *
 * @param {Member} member
 */
export function isListed({ labels }) {
  return Object.keys(labels).length === 0;
}

/** @param {string} pipeline @returns {Member} */
function listedMember(pipeline) {
  return { name: pipeline, pipeline, labels: {} };
}

/** @param {string} study @param {import('./combinations.mjs').Labels} labels @returns {Member} */
function matrixMember(study, labels) {
  const name = Object.values(labels).join('-');
  return { name, pipeline: `${study}/${name}`, labels };
}

/** @param {YamlFile} yaml @returns {string[]} */
function checkKeys({ value, where }) {
  const known = [...KEYS, ...stagesOf('study')];
  const problems = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${where([key])}: unknown key "${key}".${suggest(key, known)}`);
  const { pipeline, until = UNTIL[0] } = value;
  if (!UNTIL.some((stage) => stage === until)) {
    problems.push(
      `${where(['until'])}: until is ${JSON.stringify(until)}: expected ${UNTIL.join(' or ')}.`
    );
  }
  if (pipeline !== undefined && !isMapping(pipeline)) {
    problems.push(
      `${where(['pipeline'])}: pipeline is ${JSON.stringify(pipeline)}: expected a mapping of sections, as in a pipeline.`
    );
  }
  for (const key of ['pipeline', 'exclude']) {
    if (value[key] === undefined || value.matrix !== undefined) continue;
    problems.push(
      `${where([key])}: ${key} is about the members of a matrix, and there is no matrix.`
    );
  }
  return problems;
}

/** @param {YamlFile} yaml @returns {{ names: string[], problems: string[] }} */
function readListed({ value, where }) {
  const { members = [] } = value;
  if (Array.isArray(members) && members.every((name) => typeof name === 'string')) {
    return { names: members, problems: [] };
  }
  const problem = `${where(['members'])}: members is ${JSON.stringify(members)}: expected a list of names of pipelines.`;
  return { names: [], problems: [problem] };
}

/** @param {YamlFile} yaml @param {readonly Member[]} members @returns {string[]} */
function checkMembers({ file, value, where }, members) {
  if (members.length === 0 && value.matrix !== undefined) {
    return [
      `${where(['exclude'])}: exclude leaves out every combination of the matrix: the study has no member.`,
    ];
  }
  if (members.length === 0) {
    return [`${file}: the study has no members: expected a list "members", a "matrix", or both.`];
  }
  const twice = members.filter(
    ({ name }, k) => members.findIndex((other) => other.name === name) !== k
  );
  return [...new Set(twice.map(({ name }) => name))].map((name) => {
    const origins = members.filter((member) => member.name === name).map(describeLabels);
    return `${where(['matrix'])}: two members are called "${name}": ${origins.join(' and ')}. Rename a label, or leave one out.`;
  });
}

/**
 * The labels of a member in words.
 *
 * @param {Member} member
 * @returns {string} E.g. `spectrum toy, seed 1`.
 */
export function describeLabels(member) {
  if (isListed(member)) return `the pipeline ${member.name}`;
  const words = Object.entries(member.labels).map(([axis, label]) => `${axis} ${label}`);
  return words.join(', ');
}
