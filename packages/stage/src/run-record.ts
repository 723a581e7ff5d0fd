import type { StageResult } from './contract.ts';
import type { StagePlan } from './plan.ts';

/**
 * The content of `run.json`: all that is known of a run and is no result. Nothing depends on it.
 *
 * @param plan What was run.
 * @param result What the stage reported.
 * @param started When it began.
 */
export function runRecord(plan: StagePlan, result: StageResult | undefined, started: Date): object {
  const finished = new Date();
  return {
    ...result?.record,
    key: plan.key,
    stage: plan.stage,
    project: plan.name,
    swap: plan.section.swap ?? null,
    dependsOn: plan.dependsOn,
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
    versions: { node: process.versions.node, platform: `${process.platform}-${process.arch}` },
  };
}
