// @ts-check
import { stageCode } from '@deelema/workflow';

/** @typedef {typeof stageCode} StageCode */
/** @typedef {import('@deelema/workflow').Code} Code */

/**
 * `stageCode` that asks for the same code once: the members of a study share it, and may be many. To be made anew for
 * each graph, for code changes.
 *
 * @returns {StageCode}
 */
export function rememberStageCode() {
  /** @type {Map<string, Code>} */
  const known = new Map();
  return (root, stage, swap) => {
    const key = JSON.stringify([root, stage, swap]);
    const code = known.get(key) ?? stageCode(root, stage, swap);
    known.set(key, code);
    return code;
  };
}
