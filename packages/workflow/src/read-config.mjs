// @ts-check
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './errors.mjs';
import { checkName, configFile } from './paths.mjs';
import { checkSection, stageSchema } from './schema.mjs';
import { stageEntry, STAGES, stagesOf } from './stages.mjs';
import { suggest } from './suggest.mjs';
import { missingFiles, splitSwap } from './swap-files.mjs';
import { swapSchemaOf } from './swap.mjs';
import { readYaml } from './yaml-file.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./swap.mjs').Swap} Swap */

/**
 * @typedef {object} Section A stage's section of the YAML.
 * @property {unknown} config The settings: with defaults if the stage is ours, as written if it is swapped.
 * @property {Swap | undefined} swap What runs instead of our package.
 */

/**
 * @typedef {object} Config A checked dataset or pipeline.
 * @property {Kind} kind
 * @property {string} name
 * @property {string} file The YAML, relative to the workspace.
 * @property {string} base Its folder, relative to the workspace.
 * @property {string | undefined} dataset The dataset a pipeline works on.
 * @property {Record<string, Section>} sections One for each stage of this kind; of an optional one only if the YAML has
 *  it.
 */

/**
 * Reads and checks the whole YAML of a dataset or pipeline, before any of its stages starts.
 *
 * The settings of a swapped stage are its own: they are checked by the runner, which can load it.
 *
 * @param {string} root The workspace.
 * @param {Kind} kind
 * @param {string} name
 * @returns {Promise<Config>}
 * @throws {ConfigError} naming everything that is wrong, one line each: place, what was received, what was expected.
 */
export async function readConfig(root, kind, name) {
  checkName(kind, name);
  const file = configFile(kind, name);
  const yaml = readYaml(root, file);
  const base = dirname(file);
  const stages = stagesOf(kind);
  const problems = checkTopLevel(root, kind, yaml, stages);
  /** @type {Record<string, Section>} */
  const sections = {};
  for (const stage of stages) {
    if (stageEntry(stage).optional && !Object.hasOwn(yaml.value, stage)) continue;
    const checked = await checkStage(root, base, yaml, stage);
    problems.push(...checked.problems);
    sections[stage] = checked.section;
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const dataset = kind === 'pipeline' ? String(yaml.value.dataset) : undefined;
  return { kind, name, file, base, dataset, sections };
}

/**
 * @param {string} root
 * @param {Kind} kind
 * @param {import('./yaml-file.mjs').YamlFile} yaml
 * @param {string[]} stages
 * @returns {string[]}
 */
function checkTopLevel(root, kind, yaml, stages) {
  const known = [...(kind === 'pipeline' ? ['dataset'] : []), 'description', ...stages];
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

/** @param {string} root @param {import('./yaml-file.mjs').YamlFile} yaml @returns {string[]} */
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

/**
 * @param {string} root
 * @param {string} base
 * @param {import('./yaml-file.mjs').YamlFile} yaml
 * @param {string} stage
 * @returns {Promise<{ section: Section, problems: string[] }>}
 */
async function checkStage(root, base, yaml, stage) {
  const value = yaml.value[stage] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const problem = `${yaml.where([stage])}: ${stage} is ${JSON.stringify(value)}: expected a mapping of settings.`;
    return { section: { config: undefined, swap: undefined }, problems: [problem] };
  }
  const { swap, config } = splitSwap(/** @type {Record<string, unknown>} */ (value));
  if (swap) {
    const checked = checkSection(yaml, [stage], swap, swapSchemaOf(swap));
    const parsed = /** @type {Swap} */ (checked.config);
    const missing = parsed
      ? missingFiles(root, base, parsed).map((problem) => `${yaml.where([stage])}: ${problem}`)
      : [];
    return { section: { config, swap: parsed }, problems: [...checked.problems, ...missing] };
  }
  const checked = checkSection(yaml, [stage], config, await stageSchema(root, stage));
  return { section: { config: checked.config, swap: undefined }, problems: checked.problems };
}
