import type { Workspace } from './workspace.ts';

/** A toy dataset of 240 events: enough for every stage to do its work in a second. */
export function writeToyDataset(workspace: Workspace, name: string, seed = 1): void {
  workspace.write(
    `datasets/${name}/dataset.yaml`,
    `generate: { source: toy, events: 240, seed: ${seed} }\npreprocess: { seed: 2 }\n`
  );
}

/** A dataset that reads an event file. */
export function writeFileDataset(workspace: Workspace, name: string, path: string): void {
  workspace.write(
    `datasets/${name}/dataset.yaml`,
    `generate: { source: file, path: ${JSON.stringify(path)}, topology: gluino-sbottom }\npreprocess: { seed: 2 }\n`
  );
}

/** The section of the stage `baseline` in such a pipeline. */
export const BASELINE = 'baseline: { mC: 700 }\n';

/** A pipeline whose network has four neurons. The `cpu` backend needs no compiled code. */
export function writePipeline(
  workspace: Workspace,
  name: string,
  dataset: string,
  fraction = 0
): void {
  const text = smallSettings(dataset, fraction).join('\n');
  workspace.write(`pipelines/${name}/pipeline.yaml`, `${text}\n`);
}

/** The lines of such a pipeline's YAML. */
export function smallSettings(dataset: string, fraction = 0): string[] {
  return [
    `dataset: ${dataset}`,
    `contaminate: { fraction: ${fraction}, seed: 3 }`,
    'train:',
    '  recipe: paper',
    '  mC: 700',
    '  seed: 4',
    '  layers: 1',
    '  width: 4',
    '  batch: 64',
    '  epochs: 2',
    '  backend: cpu',
    BASELINE.trim(),
    'evaluate: { split: all }',
  ];
}

/** All stages of a pipeline, as `project:stage`. */
export function stagesOfPipeline(name: string): string[] {
  const stages = ['baseline', 'contaminate', 'evaluate', 'figures', 'report', 'train'];
  return stages.map((stage) => `${name}:${stage}`);
}
