// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {import('./check-stages.mjs').Section} Section */
/** @typedef {import('./study.mjs').Study} Study */

/**
 * @typedef {object} Mistake
 * @property {readonly PropertyKey[]} path Where it stands in the section.
 * @property {string} sentence What is wrong, without the path.
 */

/**
 * What a stage's `src/config.mjs` may export as `checkStudy`: what is wrong with its settings in this study.
 *
 * @callback CheckStudy
 * @param {any} config The settings, defaults filled in.
 * @param {Pick<Study, 'axes' | 'members' | 'until'>} study
 * @returns {readonly Mistake[]}
 */

/**
 * Checks what a study's own stages say of its axes and labels, which their schemas do not know.
 *
 * @param {string} root The workspace.
 * @param {Study} study
 * @param {Readonly<Record<string, Section>>} sections Of its own stages.
 * @returns {Promise<string[]>} One sentence each.
 */
export async function checkAgainstStudy(root, study, sections) {
  /** @type {string[]} */ const problems = [];
  for (const [stage, { config, swap }] of Object.entries(sections)) {
    // A section that is wrong in itself has been told so.
    if (swap || config === undefined) continue;
    const file = join(root, 'packages', stage, 'src/config.mjs');
    /** @type {{ checkStudy?: CheckStudy }} */
    const { checkStudy } = await import(pathToFileURL(file).href);
    for (const { path, sentence } of checkStudy?.(config, study) ?? []) {
      const full = [stage, ...path];
      problems.push(`${study.yaml.where(full)}: ${full.join('.')} ${sentence}`);
    }
  }
  return problems;
}
