// @ts-check
// What a stage reads in a project that may be without its optional stages. Without zod, because it is asked before
// every task.
import { stageEntry } from './stages.mjs';

/**
 * The stages whose outputs a stage reads: those that it needs, an optional one only where it is there.
 *
 * @param {string} stage
 * @param {readonly string[]} present The stages of the same project, or the keys of its YAML: one for every optional
 *  stage that is there.
 * @returns {string[]} In the order of the stage table.
 */
export function neededStages(stage, present) {
  return stageEntry(stage).needs.filter((upstream) => isThere(upstream, present));
}

/**
 * The stages whose outputs a study's stage reads of one member: an optional one only where the member has it.
 *
 * @param {string} stage
 * @param {readonly string[]} present The stages of the member, or the keys of its YAML.
 * @returns {string[]} In the order of the stage table; none for a stage that collects nothing.
 */
export function collectedStages(stage, present) {
  const { collects = [] } = stageEntry(stage);
  return collects.filter((upstream) => isThere(upstream, present));
}

/**
 * The stages whose making a stage tells of: an optional one only where it is there.
 *
 * @param {string} stage
 * @param {readonly string[]} present The stages of the same project, or the keys of its YAML.
 * @returns {string[]} In the order of the stage table; none for a stage that tells of nothing.
 */
export function toldStages(stage, present) {
  const { tells = [] } = stageEntry(stage);
  return tells.filter((upstream) => isThere(upstream, present));
}

/** @param {string} stage @param {readonly string[]} present */
function isThere(stage, present) {
  return !stageEntry(stage).optional || present.includes(stage);
}
