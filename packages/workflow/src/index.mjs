// @ts-check
export { requiredStagesOf, STAGES, stageEntry, stagesOf } from './stages.mjs';
export { backendCommand } from './backend.mjs';
export { ConfigError } from './errors.mjs';
export { canonical, digest, sha256 } from './digest.mjs';
export { checkName, configFile, projectName, stageDir, stagePackage } from './paths.mjs';
export { readConfig } from './read-config.mjs';
export { checkSection, stageSchema } from './schema.mjs';
export { readYaml } from './yaml-file.mjs';
export { runSchema, swapSchema } from './swap.mjs';
export { isFile, swapDigest, swapFiles } from './swap-files.mjs';
export { stageCode } from './code.mjs';
export { npmDigest } from './lockfile.mjs';
export { externalDigests, externalFiles, fileDigest } from './external-files.mjs';
export { suggest } from './suggest.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./stages.mjs').StageEntry} StageEntry */
/** @typedef {import('./read-config.mjs').Config} Config */
/** @typedef {import('./read-config.mjs').Section} Section */
/** @typedef {import('./swap.mjs').Swap} Swap */
/** @typedef {import('./swap.mjs').RunSwap} RunSwap */
/** @typedef {import('./code.mjs').Code} Code */
