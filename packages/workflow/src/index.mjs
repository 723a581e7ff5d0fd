// @ts-check
export { requiredStagesOf, STAGES, stageEntry, stagesOf } from './stages.mjs';
export { collectedStages, neededStages, toldStages } from './upstream.mjs';
export { backendCommand } from './backend.mjs';
export { ConfigError } from './errors.mjs';
export { canonical, digest, sha256 } from './digest.mjs';
export { checkName, configFile, memberOf, projectName, stageDir, stagePackage } from './paths.mjs';
export { checkedStudy, memberConfig, readConfig } from './read-config.mjs';
export { isListed } from './study.mjs';
export { namesOf } from './study-names.mjs';
export { checkSection, stageSchema } from './schema.mjs';
export { projectYaml } from './project-yaml.mjs';
export { readYaml } from './yaml-file.mjs';
export { runSchema, swapSchema } from './swap.mjs';
export { isFile, swapDigest, swapFiles } from './swap-files.mjs';
export { stageCode } from './code.mjs';
export { npmDigest } from './lockfile.mjs';
export { externalDigests, externalFiles, fileDigest } from './external-files.mjs';
export { suggest } from './suggest.mjs';
export { QUANTITY_NAMES, quantityName, quantityNumbers } from './quantities.mjs';

/** @typedef {import('./stages.mjs').Kind} Kind */
/** @typedef {import('./stages.mjs').StageEntry} StageEntry */
/** @typedef {import('./read-config.mjs').Config} Config */
/** @typedef {import('./read-config.mjs').ConfigMember} ConfigMember */
/** @typedef {import('./check-stages.mjs').Section} Section */
/** @typedef {import('./study.mjs').Member} Member */
/** @typedef {import('./study.mjs').Study} Study */
/** @typedef {import('./swap.mjs').Swap} Swap */
/** @typedef {import('./swap.mjs').RunSwap} RunSwap */
/** @typedef {import('./code.mjs').Code} Code */
/** @typedef {import('./check-against-study.mjs').CheckStudy} CheckStudy */
