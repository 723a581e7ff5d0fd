import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadyWorkspace, runStageProcess } from '../support/run-stage.ts';
import { type Workspace } from '../support/workspace.ts';

const EPOCHS = 60;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createReadyWorkspace();
  const file = 'pipelines/p/pipeline.yaml';
  workspace.edit(file, 'epochs: 2', `epochs: ${EPOCHS}`);
  workspace.edit(file, 'backend: cpu', 'backend: onnxruntime');
  expect((await train('contaminate')).code).toBe(0);
});
afterAll(() => workspace.remove());

const train = (stage = 'train') => runStageProcess(workspace, 'pipeline', 'p', stage);
const manifest = (): string =>
  readFileSync(workspace.path('pipelines/p/out/train/manifest.json'), 'utf8');

/** The epochs that are saved. */
function checkpoints(): number[] {
  const folder = workspace.path('pipelines/p/out/.scratch');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.checkpoint'))
    .map((name) => Number(name.replace(/^.*epoch-(\d+)\..*$/, '$1')));
}

/** Starts the training and kills it as soon as it has saved some epochs. */
async function killAfterSomeEpochs(): Promise<void> {
  const words = ['packages/stage/bin/run-stage.mjs', 'pipeline', 'p', 'train'];
  const child = spawn(process.execPath, words, { cwd: workspace.root, stdio: 'ignore' });
  const watching = setInterval(() => {
    if (checkpoints().includes(3)) child.kill('SIGKILL');
  }, 5);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
}

describe('a training on onnxruntime that is killed', () => {
  it('goes on after the last epoch it had saved, to the same bytes', async () => {
    expect(await train()).toMatchObject({ code: 0 });
    const uninterrupted = manifest();
    rmSync(workspace.path('pipelines/p/out/train'), { recursive: true });
    await killAfterSomeEpochs();
    expect(existsSync(workspace.path('pipelines/p/out/train'))).toBe(false);
    expect(Math.min(...checkpoints())).toBeLessThan(EPOCHS / 2);
    const { code, output } = await train();
    expect(code, output).toBe(0);
    expect(output).toMatch(new RegExp(`continuing after epoch \\d+ of ${EPOCHS}`));
    expect(manifest()).toBe(uninterrupted);
  });
});
