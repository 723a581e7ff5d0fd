// @ts-check
import { checkedStudy, isListed, memberConfig, readConfig } from '@deelema/workflow';
import { rememberStageCode } from './remember.mjs';
import { targets } from './targets.mjs';

/** @typedef {import('@deelema/workflow').Kind} Kind */
/** @typedef {import('nx/src/devkit-exports.js').TargetConfiguration} Target */

/**
 * The targets of a dataset, pipeline or study whose YAML is in order; of a study also that of its members.
 *
 * @param {string} root The workspace.
 * @param {Kind} kind
 * @param {string} name
 * @param {import('./remember.mjs').StageCode} code How to find what a stage is made of.
 * @returns {Promise<Record<string, Target>>}
 * @throws {Error} saying what is wrong with it.
 */
export async function checkedTargets(root, kind, name, code = rememberStageCode()) {
  const config = await readConfig(root, kind, name);
  if (kind === 'study') {
    const study = checkedStudy(root, name);
    for (const member of study.members.filter((each) => !isListed(each))) {
      targets(root, await memberConfig(root, study, member), code);
    }
  }
  return targets(root, config, code);
}
