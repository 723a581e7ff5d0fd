import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEventFile } from '../support/event-file.ts';
import { runStageProcess } from '../support/run-stage.ts';
import { writeFileDataset } from '../support/small-pipeline.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let file: string;
beforeAll(() => {
  workspace = createWorkspace();
  file = workspace.path('some events.lhe.gz');
  writeFileDataset(workspace, 'd', file);
});
afterAll(() => workspace.remove());

const sample = 'gluino-antler-1000-800-700';

/** The text of a good file of 20 events. */
function goodText(): string {
  writeEventFile(file, sample, 20);
  return gunzipSync(readFileSync(file)).toString();
}

/** Reads the file, which must fail with exit code 1, one sentence and no output. */
async function complaint(): Promise<string> {
  const { code, output } = await runStageProcess(workspace, 'dataset', 'd', 'generate');
  expect(code, output).toBe(1);
  expect(output).not.toContain('    at ');
  expect(existsSync(workspace.path('datasets/d/generate'))).toBe(false);
  return output;
}

describe('an event file that cannot be used fails with one sentence and leaves nothing', () => {
  it('truncated gzip', async () => {
    writeEventFile(file, sample, 20);
    writeFileSync(file, readFileSync(file).subarray(0, -200));
    expect(await complaint()).toContain('some events.lhe.gz: the gzip data are cut off');
  });

  it('a file that stops in the middle', async () => {
    writeFileSync(file, goodText().replace('</LesHouchesEvents>', ''));
    expect(await complaint()).toMatch(/some events\.lhe\.gz.*<\/LesHouchesEvents>/);
  });

  it('an event without the topology: which one, and how to go on', async () => {
    // A gluino of the eleventh event becomes a squark.
    const parts = goodText().split('<event>');
    parts[11] = parts[11].replace('  1000021 ', '  1000002 ');
    writeFileSync(file, parts.join('<event>'));
    const said = await complaint();
    expect(said).toContain('event 10');
    expect(said).toContain('maxUnmatched');
  });

  it('a number that is none', async () => {
    writeFileSync(file, goodText().replace('1.0000004422e+03', 'NaN'));
    expect(await complaint()).toMatch(/some events\.lhe\.gz.*line \d+/);
  });

  it('no file', async () => {
    rmSync(file);
    expect(await complaint()).toContain('some events.lhe.gz');
  });

  it('and it is read when it is mended', async () => {
    writeEventFile(file, sample, 20);
    expect(await runStageProcess(workspace, 'dataset', 'd', 'generate')).toMatchObject({ code: 0 });
  });
});
