import type { StagePlan } from './plan.ts';

/**
 * The content of `making.json`: how a stage made its outputs, without times and paths. Only stages that tell of it
 * depend on it.
 *
 * @param plan What was run.
 */
export function making({ section, dependsOn }: StagePlan): object {
  const { swap, stage, project, config, node, code, backend, files } = dependsOn;
  return {
    schemaVersion: 1,
    ...{ stage, project, config },
    swap: section.swap ? { ...section.swap, digest: swap } : null,
    ...{ node, code, backend, files },
  };
}
