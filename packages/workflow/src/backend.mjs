// @ts-check
import { stageEntry } from './stages.mjs';

/** @typedef {import('./read-config.mjs').Config} Config */

/**
 * The command that prints which backend a stage would compute with, for Node in the workspace's folder.
 *
 * @param {Config} config
 * @param {string} stage
 * @returns {string[] | undefined} Words without spaces; undefined if the result depends on no backend of ours.
 */
export function backendCommand(config, stage) {
  const { backend } = stageEntry(stage);
  const section = config.sections[stage];
  if (!backend || section.swap) return undefined;
  const settings = /** @type {Record<string, unknown>} */ (section.config);
  const values = backend.map((name) => String(settings[name]));
  return [`packages/${stage}/src/backend-candidates.mjs`, ...values];
}
