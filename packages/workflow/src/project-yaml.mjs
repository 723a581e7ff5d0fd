// @ts-check
// The YAML of a project, wherever it stands. Without zod, because it is asked before every task.
import { ConfigError } from './errors.mjs';
import { isMapping, mergeSettings } from './merge.mjs';
import { configFile, memberOf } from './paths.mjs';
import { describeLabels, isListed, readStudy } from './study.mjs';
import { suggest } from './suggest.mjs';
import { readYaml } from './yaml-file.mjs';

/** @typedef {import('./axes.mjs').Layer} Layer */
/** @typedef {import('./study.mjs').Member} Member */
/** @typedef {import('./study.mjs').Study} Study */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */

/**
 * Reads the YAML of a dataset, pipeline or study, without checking what is in it.
 *
 * @param {string} root The workspace.
 * @param {import('./stages.mjs').Kind} kind
 * @param {string} name
 * @returns {YamlFile}
 * @throws {ConfigError} if its file, or for a member of a study the study's, cannot be used.
 */
export function projectYaml(root, kind, name) {
  if (kind === 'pipeline') return pipelineYaml(root, name);
  return readYaml(root, configFile(kind, name));
}

/**
 * Reads the YAML of a pipeline: its own file, or what a study's file makes of one member of its matrix.
 *
 * @param {string} root The workspace.
 * @param {string} name
 * @returns {YamlFile}
 * @throws {ConfigError} if there is no such pipeline or its file, or the study's, cannot be used.
 */
function pipelineYaml(root, name) {
  const part = memberOf(name);
  if (!part) return readYaml(root, configFile('pipeline', name));
  const study = readStudy(root, part.study);
  const inMatrix = study.members.filter((member) => !isListed(member));
  const member = inMatrix.find(({ pipeline }) => pipeline === name);
  if (member) return memberYaml(study, member);
  const hint = suggest(
    part.member,
    inMatrix.map((other) => other.name)
  );
  throw new ConfigError(`${study.yaml.file} makes no member "${part.member}".${hint}`);
}

/**
 * A member's YAML: what all members share, then one value of each axis merged into it, later axes last.
 *
 * @param {Study} study
 * @param {Member} member Of its matrix.
 * @returns {YamlFile}
 */
export function memberYaml({ yaml, axes }, member) {
  /** @type {Layer[]} */
  const layers = [
    { path: ['pipeline'], settings: yaml.value.pipeline ?? {} },
    ...axes.map(({ name, values }) => values[member.labels[name]]),
  ];
  const value = /** @type {Record<string, unknown>} */ (
    layers.reduce(
      (merged, { settings }) => mergeSettings(merged, settings),
      /** @type {unknown} */ ({})
    )
  );
  /** @param {readonly PropertyKey[]} path */
  const where = (path) => `${yaml.where(origin(layers, path))} (${describeLabels(member)})`;
  return { file: yaml.file, value, where };
}

/**
 * Where the setting at a path comes from: the last layer that has it, or the closest of its parents.
 *
 * @param {readonly Layer[]} layers
 * @param {readonly PropertyKey[]} path
 * @returns {readonly PropertyKey[]} Its path in the study's file.
 */
function origin(layers, path) {
  for (let depth = path.length; depth > 0; depth--) {
    const layer = layers.findLast(({ settings }) => has(settings, path.slice(0, depth)));
    if (layer) return [...layer.path, ...path];
  }
  return ['pipeline'];
}

/** @param {unknown} value @param {readonly PropertyKey[]} path */
function has(value, path) {
  for (const step of path) {
    if (!isMapping(value) && !Array.isArray(value)) return false;
    if (!Object.hasOwn(value, step)) return false;
    value = /** @type {Record<PropertyKey, unknown>} */ (value)[step];
  }
  return true;
}
