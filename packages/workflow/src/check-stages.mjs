// @ts-check
import { stageEntry, stagesOf } from './stages.mjs';
import { checkSection, stageSchema } from './schema.mjs';
import { missingFiles, splitSwap } from './swap-files.mjs';
import { swapSchemaOf } from './swap.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./swap.mjs').Swap} Swap */
/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */

/**
 * @typedef {object} Section A stage's section of the YAML.
 * @property {unknown} config The settings: with defaults if the stage is ours, as written if it is swapped.
 * @property {Swap | undefined} swap What runs instead of our package.
 */

/**
 * Checks the sections of all stages of one kind.
 *
 * @param {string} root The workspace.
 * @param {string} base Folder of the YAML, relative to the workspace.
 * @param {YamlFile} yaml
 * @param {Kind} kind
 * @returns {Promise<{ sections: Record<string, Section>, problems: string[] }>} One section for each stage; of an
 *  optional one only if the YAML has it.
 */
export async function checkStages(root, base, yaml, kind) {
  /** @type {string[]} */ const problems = [];
  /** @type {Record<string, Section>} */ const sections = {};
  for (const stage of stagesOf(kind)) {
    if (stageEntry(stage).optional && !Object.hasOwn(yaml.value, stage)) continue;
    const checked = await checkStage(root, base, yaml, stage);
    problems.push(...checked.problems);
    sections[stage] = checked.section;
  }
  return { sections, problems };
}

/**
 * @param {string} root
 * @param {string} base
 * @param {YamlFile} yaml
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
