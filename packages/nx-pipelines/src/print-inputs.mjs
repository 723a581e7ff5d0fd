// @ts-check
// node print-inputs.mjs <kind> <name> <stage>: prints a digest of what Nx cannot see of a stage's inputs; part of its
// task's hash. It runs before every task, so it reads the YAML without checking it: the stage does that.
import { dirname } from 'node:path';
import { digest } from '@deelema/workflow/digest';
import { configFile } from '@deelema/workflow/paths';
import { memberYaml, projectYaml } from '@deelema/workflow/project-yaml';
import { isListed, readStudy } from '@deelema/workflow/study';
import { collectedStages, neededStages } from '@deelema/workflow/upstream';
import { externalDigests, externalFiles } from '@deelema/workflow/external-files';
import { splitSwap, swapDigest } from '@deelema/workflow/swap-files';

/** @typedef {import('@deelema/workflow').Kind} Kind */

/** @param {string} root @param {Kind} kind @param {string} name @param {string} stage */
async function inputsOf(root, kind, name, stage) {
  const base = dirname(configFile(kind, name));
  const { value, members } = readUnchecked(root, kind, name, stage);
  const section = /** @type {Record<string, unknown>} */ (value[stage] ?? {});
  const { swap, config } = splitSwap(section);
  const code = swap ? swapDigest(root, base, /** @type {any} */ (swap)) : null;
  const files = await externalDigests(root, externalFiles(root, base, stage, config));
  // An optional stage may be added or taken away during a long run.
  const needed = neededStages(stage, Object.keys(value));
  // By value, not by its text: a comment or another order of keys changes nothing.
  return [config, code, files, process.versions.node.split('.')[0], needed, ...members];
}

/**
 * @param {string} root @param {Kind} kind @param {string} name @param {string} stage
 * @returns {{ value: Record<string, unknown>, members: readonly unknown[] }} The YAML, and of a study its members with
 *  what is collected of them.
 */
function readUnchecked(root, kind, name, stage) {
  if (kind !== 'study') return { value: projectYaml(root, kind, name).value, members: [] };
  const study = readStudy(root, name);
  const members = study.members.map((member) => {
    const { value } = isListed(member)
      ? projectYaml(root, 'pipeline', member.pipeline)
      : memberYaml(study, member);
    return { ...member, collected: collectedStages(stage, Object.keys(value)) };
  });
  return { value: study.yaml.value, members };
}

const [kind, name = '', stage = ''] = process.argv.slice(2);
try {
  console.log(digest(await inputsOf(process.cwd(), /** @type {any} */ (kind), name, stage)));
} catch (error) {
  // A command that fails would still give a hash; the stage itself will say what is wrong.
  console.log(digest(String(error)));
}
