// @ts-check
// node print-inputs.mjs <kind> <name> <stage>: prints what Nx cannot see of a stage's inputs; part of its task's hash.
import {
  digest,
  readConfig,
  sourceDigest,
  sourceFile,
  stageEntry,
  swapDigest,
} from '@deelema/workflow';

const root = process.cwd();
const [kind, name = '', stage = ''] = process.argv.slice(2);
try {
  const config = await readConfig(root, /** @type {'dataset' | 'pipeline'} */ (kind), name);
  const { config: settings, swap } = config.sections[stage];
  const node = process.versions.node.split('.')[0];
  const file = stageEntry(stage).source ? sourceFile(root, config) : undefined;
  const source = file === undefined ? 'none' : await sourceDigest(root, file);
  // By value, not by its text: a comment or another order of keys changes nothing.
  console.log(digest([settings, swap ? swapDigest(root, config.base, swap) : null, source, node]));
} catch (error) {
  // A command that fails would still give a hash; the stage itself will say what is wrong.
  console.log(digest(String(error)));
}
