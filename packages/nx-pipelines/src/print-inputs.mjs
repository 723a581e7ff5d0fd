// @ts-check
// node print-inputs.mjs <kind> <name> <stage>: prints a digest of what Nx cannot see of a stage's inputs; part of its
// task's hash. It runs before every task, so it reads the YAML without checking it: the stage does that.
import { dirname } from 'node:path';
import { digest } from '@deelema/workflow/digest';
import { configFile } from '@deelema/workflow/paths';
import { externalDigests, externalFiles } from '@deelema/workflow/external-files';
import { splitSwap, swapDigest } from '@deelema/workflow/swap-files';
import { readYaml } from '@deelema/workflow/yaml-file';

/** @param {string} root @param {'dataset' | 'pipeline'} kind @param {string} name @param {string} stage */
async function inputsOf(root, kind, name, stage) {
  const file = configFile(kind, name);
  const base = dirname(file);
  const section = /** @type {Record<string, unknown>} */ (readYaml(root, file).value[stage] ?? {});
  const { swap, config } = splitSwap(section);
  const code = swap ? swapDigest(root, base, /** @type {any} */ (swap)) : null;
  const files = await externalDigests(root, externalFiles(root, base, stage, config));
  // By value, not by its text: a comment or another order of keys changes nothing.
  return [config, code, files, process.versions.node.split('.')[0]];
}

const [kind, name = '', stage = ''] = process.argv.slice(2);
try {
  console.log(digest(await inputsOf(process.cwd(), /** @type {any} */ (kind), name, stage)));
} catch (error) {
  // A command that fails would still give a hash; the stage itself will say what is wrong.
  console.log(digest(String(error)));
}
