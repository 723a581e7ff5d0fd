// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkName, configFile } from './paths.mjs';
import { STAGES, stagesOf } from './stages.mjs';
import { suggest } from './suggest.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */

/**
 * What is wrong with the keys of a dataset or pipeline that are no section, and with the dataset that it names.
 *
 * @param {string} root The workspace.
 * @param {Kind} kind
 * @param {YamlFile} yaml
 * @returns {string[]} One sentence each.
 */
export function checkTopLevel(root, kind, yaml) {
  const known = [...(kind === 'pipeline' ? ['dataset'] : []), 'description', ...stagesOf(kind)];
  const problems = Object.keys(yaml.value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const elsewhere = Object.hasOwn(STAGES, key)
        ? ` "${key}" belongs to a ${STAGES[key].kind}.`
        : suggest(key, known);
      return `${yaml.where([key])}: unknown key "${key}".${elsewhere}`;
    });
  return kind === 'pipeline' ? [...problems, ...checkDataset(root, yaml)] : problems;
}

/** @param {string} root @param {YamlFile} yaml @returns {string[]} */
function checkDataset(root, yaml) {
  const { dataset } = yaml.value;
  const where = yaml.where(['dataset']);
  if (typeof dataset !== 'string') {
    const received = dataset === undefined ? 'is missing' : `is ${JSON.stringify(dataset)}`;
    return [`${where}: dataset ${received}: expected the name of a folder under datasets/.`];
  }
  try {
    checkName('dataset', dataset);
  } catch (error) {
    return [`${where}: ${/** @type {Error} */ (error).message}`];
  }
  const file = configFile('dataset', dataset);
  if (existsSync(join(root, file))) return [];
  return [`${where}: there is no dataset "${dataset}": expected ${file}.`];
}
