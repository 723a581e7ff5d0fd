export { defineStage } from './contract.ts';
export type {
  Stage,
  StageContext,
  StageInput,
  StageMember,
  StageOutput,
  StageResult,
} from './contract.ts';
export { createProgress } from './progress.ts';
export type { Progress, ProgressOptions, ProgressReporter, WorkAround } from './progress.ts';
export type { ProgressStream } from './progress-display.ts';
export { makeManifest, readManifest, verify } from './manifest.ts';
export type { Manifest } from './manifest.ts';
export { planStage } from './plan.ts';
export type { StagePlan, StageRequest } from './plan.ts';
export { runStage } from './run-stage.ts';
export type { RunOptions } from './run-stage.ts';
export { main } from './main.ts';
