import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadyWorkspace, runStageProcess } from '../support/run-stage.ts';
import { type Workspace } from '../support/workspace.ts';

const EPOCHS = 60;

/** Two rounds of each phase: 100 steps and 20. */
const DENSITY = `dataset: toy
contaminate: { fraction: 0, seed: 3 }
train:
  mC: 700
  seed: 4
  layers: 1
  width: 4
  draws: 2
  batch: 16
  steps: 120
  simulation: { rounds: 0 }
  backend: onnxruntime
  threads: 1
baseline: { mC: 700 }
`;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createReadyWorkspace();
  const file = 'pipelines/p/pipeline.yaml';
  workspace.edit(file, 'epochs: 2', `epochs: ${EPOCHS}`);
  workspace.edit(file, 'backend: cpu', 'backend: onnxruntime');
  workspace.write('pipelines/d/pipeline.yaml', DENSITY);
  for (const name of ['p', 'd']) expect((await train(name, 'contaminate')).code).toBe(0);
});
afterAll(() => workspace.remove());

const train = (name: string, stage = 'train') =>
  runStageProcess(workspace, 'pipeline', name, stage);
const manifest = (name: string): string =>
  readFileSync(workspace.path(`pipelines/${name}/out/train/manifest.json`), 'utf8');

/** The checkpoints that are there, such as `epoch-000003`. */
function checkpoints(name: string): string[] {
  const folder = workspace.path(`pipelines/${name}/out/.scratch`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.checkpoint'))
    .map((file) => basename(file, '.checkpoint'));
}

/** Starts a training and kills it as soon as it has saved a checkpoint. */
async function killAfter(name: string, checkpoint: string): Promise<void> {
  const words = ['packages/stage/bin/run-stage.mjs', 'pipeline', name, 'train'];
  const child = spawn(process.execPath, words, { cwd: workspace.root, stdio: 'ignore' });
  const watching = setInterval(() => {
    if (checkpoints(name).includes(checkpoint)) child.kill('SIGKILL');
  }, 5);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
  expect(existsSync(workspace.path(`pipelines/${name}/out/train`))).toBe(false);
}

/** The manifest of a training that nobody disturbs; its folder is taken away. */
async function undisturbed(name: string): Promise<string> {
  const { code, output } = await train(name);
  expect(code, output).toBe(0);
  const written = manifest(name);
  rmSync(workspace.path(`pipelines/${name}/out/train`), { recursive: true });
  return written;
}

describe('a training on onnxruntime that is killed', { timeout: 240_000 }, () => {
  it('goes on after the last epoch it had saved, to the same bytes', async () => {
    const expected = await undisturbed('p');
    await killAfter('p', 'epoch-000003');
    const { code, output } = await train('p');
    expect(code, output).toBe(0);
    expect(output).toMatch(new RegExp(`continuing after epoch [1-9]\\d? of ${EPOCHS}`));
    expect(manifest('p')).toBe(expected);
  });

  it('in each phase of the default recipe in turn ends with the same bytes', async () => {
    const expected = await undisturbed('d');
    for (const phase of ['measure-1', 'measure-2']) {
      await killAfter('d', `${phase}-000001`);
    }
    const { code, output } = await train('d');
    expect(code, output).toBe(0);
    expect(output).not.toContain('measure 1, round');
    expect(manifest('d')).toBe(expected);
  });
});
