// @ts-check
// The axes of a study's matrix.
import { isMapping } from './merge.mjs';
import { LABEL } from './paths.mjs';

/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */

/**
 * @typedef {object} Axis
 * @property {string} name
 * @property {Readonly<Record<string, Layer>>} values By label.
 */

/**
 * @typedef {object} Layer Settings that some members share, and where they stand.
 * @property {readonly string[]} path
 * @property {unknown} settings Part of a pipeline's YAML.
 */

/** Axes are properties of objects, whose order is that of the YAML only if no name is a whole number. */
const AXIS = /^[a-z][\w-]*$/i;

/** The axis whose values may be written as a list, for a dataset is named by a word. */
const LISTED_AXIS = 'dataset';

/**
 * The axes of a study.
 *
 * @param {YamlFile} yaml
 * @returns {{ axes: Axis[], problems: string[] }} What is wrong with them, one sentence each.
 */
export function readAxes(yaml) {
  const { matrix } = yaml.value;
  if (matrix === undefined) return { axes: [], problems: [] };
  if (!isMapping(matrix) || Object.keys(matrix).length === 0) {
    const problem = `${yaml.where(['matrix'])}: matrix is ${JSON.stringify(matrix)}: expected a mapping of axes, each with its values.`;
    return { axes: [], problems: [problem] };
  }
  const read = Object.entries(matrix).map(([name, values]) => readAxis(yaml, name, values));
  return {
    axes: read.map(({ axis }) => axis),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** @param {YamlFile} yaml @param {string} name @param {unknown} given @returns {{ axis: Axis, problems: string[] }} */
function readAxis(yaml, name, given) {
  const path = ['matrix', name];
  const where = yaml.where(path);
  const problems = [];
  if (!AXIS.test(name)) {
    problems.push(
      `${where}: ${JSON.stringify(name)} is no name for an axis: expected letters, digits, "_" and "-", a letter first.`
    );
  }
  if (Array.isArray(given))
    return {
      axis: listedAxis(name, given),
      problems: [...problems, ...checkList(where, name, given)],
    };
  if (!isMapping(given) || Object.keys(given).length === 0) {
    problems.push(
      `${where}: the axis "${name}" has no values: it is ${JSON.stringify(given)}, expected a mapping of labels to settings.`
    );
    return { axis: { name, values: {} }, problems };
  }
  for (const [label, settings] of Object.entries(given)) {
    problems.push(...checkLabel(yaml.where([...path, label]), name, label));
    if (settings === null || isMapping(settings)) continue;
    problems.push(
      `${yaml.where([...path, label])}: matrix.${name}.${label} is ${JSON.stringify(settings)}: expected a mapping of sections, as in a pipeline.`
    );
  }
  const values = Object.entries(given).map(([label, settings]) => [
    label,
    { path: [...path, label], settings: settings ?? {} },
  ]);
  return { axis: { name, values: Object.fromEntries(values) }, problems };
}

/** @param {string} name @param {unknown[]} labels @returns {Axis} */
function listedAxis(name, labels) {
  const values = labels.map((label) => [
    String(label),
    { path: ['matrix', name], settings: { [name]: label } },
  ]);
  return { name, values: Object.fromEntries(values) };
}

/** @param {string} where @param {string} name @param {unknown[]} labels @returns {string[]} */
function checkList(where, name, labels) {
  if (name !== LISTED_AXIS) {
    return [
      `${where}: the axis "${name}" is a list: only the axis "${LISTED_AXIS}" may be one, expected a mapping of labels to settings.`,
    ];
  }
  if (labels.length === 0) {
    return [`${where}: the axis "${name}" has no values: expected names of datasets.`];
  }
  const twice = labels.filter((label, k) => labels.indexOf(label) !== k);
  return [
    ...labels.flatMap((label) => checkLabel(where, name, label)),
    ...[...new Set(twice)].map(
      (label) => `${where}: the axis "${name}" lists ${JSON.stringify(label)} twice: remove one.`
    ),
  ];
}

/** @param {string} where @param {string} axis @param {unknown} label @returns {string[]} */
function checkLabel(where, axis, label) {
  if (typeof label === 'string' && LABEL.pattern.test(label)) return [];
  return [
    `${where}: ${JSON.stringify(label)} is no label for a value of the axis "${axis}", for it becomes part of a folder's name: expected ${LABEL.words}.`,
  ];
}
