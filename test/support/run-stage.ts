import { writePipeline, writeToyDataset } from './small-pipeline.ts';
import { createWorkspace, run, type Ended, type Workspace } from './workspace.ts';

/** Runs one stage of a workspace in a process of its own, without Nx. */
export function runStageProcess(
  workspace: Workspace,
  kind: 'dataset' | 'pipeline',
  name: string,
  stage: string,
  variables: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  return run(workspace.root, ['packages/stage/bin/run-stage.mjs', kind, name, stage], variables);
}

/** A workspace with a small toy dataset that is made, and the pipeline `p` on it. */
export async function createReadyWorkspace(): Promise<Workspace> {
  const workspace = createWorkspace();
  writeToyDataset(workspace, 'toy');
  await makeDataset(workspace, 'toy');
  writePipeline(workspace, 'p', 'toy');
  return workspace;
}

/** Makes a dataset, so that the first stage of a pipeline can run. */
export async function makeDataset(workspace: Workspace, name: string): Promise<void> {
  for (const stage of ['generate', 'preprocess']) {
    const { code, output } = await runStageProcess(workspace, 'dataset', name, stage);
    if (code !== 0) throw new Error(`${name}:${stage} ended with ${code}:\n${output}`);
  }
}
