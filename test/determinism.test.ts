import { readFileSync, rmSync } from 'node:fs';
import { readConfig, stageDir } from '@deelema/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStageProcess } from './support/run-stage.ts';
import { writePipeline } from './support/small-pipeline.ts';
import { createWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace();
  // Three record batches, so that two workers have something to share.
  workspace.write(
    'datasets/toy/dataset.yaml',
    'generate: { source: toy, events: 140000, seed: 1, smearing: { seed: 5 } }\npreprocess: { seed: 2 }\n'
  );
  writePipeline(workspace, 'p', 'toy', 0.2);
  workspace.edit('pipelines/p/pipeline.yaml', 'batch: 64', 'batch: 20000');
  // What a user has who sets nothing, on all cores.
  workspace.edit('pipelines/p/pipeline.yaml', 'backend: cpu', 'backend: auto');
});
afterAll(() => workspace.remove());

/** The stages of the dataset and of the pipeline, in an order in which they can be made. */
async function stagesThere(): Promise<(readonly ['dataset' | 'pipeline', string, string])[]> {
  const dataset = await readConfig(workspace.root, 'dataset', 'toy');
  const pipeline = await readConfig(workspace.root, 'pipeline', 'p');
  return [
    ...Object.keys(dataset.sections).map((stage) => ['dataset', 'toy', stage] as const),
    ...Object.keys(pipeline.sections).map((stage) => ['pipeline', 'p', stage] as const),
  ];
}

/** Makes everything from nothing; the manifests, which hold the SHA-256 of every output, by stage. */
async function makeAll(workers: number): Promise<Record<string, string>> {
  const manifests: Record<string, string> = {};
  for (const [kind, name, stage] of await stagesThere()) {
    const folder = workspace.path(stageDir(kind, name, stage));
    rmSync(folder, { recursive: true, force: true });
    const { code, output } = await runStageProcess(workspace, kind, name, stage, {
      DEELEMA_WORKERS: String(workers),
    });
    expect(code, output).toBe(0);
    manifests[stage] = readFileSync(`${folder}/manifest.json`, 'utf8');
  }
  return manifests;
}

describe('the same configuration', () => {
  it('gives the same bytes again, with one worker and with two', { timeout: 300_000 }, async () => {
    const once = await makeAll(1);
    expect(await makeAll(2)).toEqual(once);
  });
});
