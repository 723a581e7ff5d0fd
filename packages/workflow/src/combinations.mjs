// @ts-check
// The combinations of a matrix, and which of them a study leaves out.
import { isMapping } from './merge.mjs';
import { suggest } from './suggest.mjs';

/** @typedef {import('./axes.mjs').Axis} Axis */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */
/** @typedef {Readonly<Record<string, string>>} Labels Axis to label, in the order of the axes. */

/**
 * All combinations of labels, the last axis running fastest.
 *
 * @param {readonly Axis[]} axes
 * @returns {Labels[]} None without axes.
 */
export function combinations(axes) {
  if (axes.length === 0) return [];
  return axes.reduce(
    (/** @type {Labels[]} */ found, { name, values }) =>
      found.flatMap((labels) => Object.keys(values).map((label) => ({ ...labels, [name]: label }))),
    [{}]
  );
}

/**
 * The combinations that `exclude` leaves out.
 *
 * @param {YamlFile} yaml
 * @param {readonly Axis[]} axes
 * @returns {{ excluded: Labels[], problems: string[] }} A combination is out if it has all labels of one of these.
 */
export function readExclusions(yaml, axes) {
  const { exclude = [] } = yaml.value;
  const where = yaml.where(['exclude']);
  if (!Array.isArray(exclude)) {
    const problem = `${where}: exclude is ${JSON.stringify(exclude)}: expected a list of combinations, e.g. [{ axis: label }].`;
    return { excluded: [], problems: [problem] };
  }
  const problems = exclude.flatMap((entry) => checkExclusion(where, entry, axes));
  if (problems.length > 0) return { excluded: [], problems };
  const excluded = exclude.map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([axis, label]) => [axis, String(label)]))
  );
  return { excluded, problems };
}

/** @param {string} where @param {unknown} entry @param {readonly Axis[]} axes @returns {string[]} */
function checkExclusion(where, entry, axes) {
  if (!isMapping(entry) || Object.keys(entry).length === 0) {
    return [
      `${where}: exclude has the entry ${JSON.stringify(entry)}: expected a mapping of axes to labels.`,
    ];
  }
  return Object.entries(entry).flatMap(([name, label]) => {
    const axis = axes.find((candidate) => candidate.name === name);
    const names = axes.map((candidate) => candidate.name);
    if (!axis) return [`${where}: exclude names no axis "${name}".${suggest(name, names)}`];
    const labels = Object.keys(axis.values);
    if (labels.includes(String(label))) return [];
    const hint = suggest(String(label), labels);
    return [`${where}: exclude: the axis "${name}" has no label ${JSON.stringify(label)}.${hint}`];
  });
}

/** @param {Labels} labels @param {readonly Labels[]} excluded */
export function isExcluded(labels, excluded) {
  return excluded.some((entry) =>
    Object.entries(entry).every(([axis, label]) => labels[axis] === label)
  );
}
