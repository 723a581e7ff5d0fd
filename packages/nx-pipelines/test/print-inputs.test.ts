import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';

const SCRIPT = fileURLToPath(new URL('../src/print-inputs.mjs', import.meta.url));
const PIPELINE = 'dataset: toy\ntrain: { seed: 1 }\n';
const BASELINE = 'baseline: { mC: 700 }\n';

function put(root: string, folder: string, file: string, text: string): void {
  mkdirSync(join(root, 'pipelines', folder), { recursive: true });
  writeFileSync(join(root, 'pipelines', folder, file), text);
}

/** What Nx is told of a stage's inputs just before its task. */
function digestOf(root: string, kind: string, name: string, stage: string): string {
  return execFileSync(process.execPath, [SCRIPT, kind, name, stage], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('the digest that Nx asks for just before a task', () => {
  it('tells whether an optional stage is there, to those that read it and to no other', () => {
    const root = temporaryFolder();
    const digests = (stages: readonly string[]) =>
      stages.map((stage) => digestOf(root, 'pipeline', 'p', stage));
    put(root, 'p', 'pipeline.yaml', PIPELINE);
    const [evaluate, ...others] = digests(['evaluate', 'contaminate', 'train', 'figures']);
    put(root, 'p', 'pipeline.yaml', PIPELINE + BASELINE);
    const [withBaseline, ...same] = digests(['evaluate', 'contaminate', 'train', 'figures']);
    expect(withBaseline).not.toBe(evaluate);
    expect(same).toEqual(others);
    // Its settings are its own, and seen by others in what it leaves behind.
    put(root, 'p', 'pipeline.yaml', PIPELINE + BASELINE.replace('700', '690'));
    expect(digestOf(root, 'pipeline', 'p', 'evaluate')).toBe(withBaseline);
  });

  it('tells which members of a study have it, to the stage that collects it', () => {
    const root = temporaryFolder();
    const matrix = 'matrix: { a: { x: {}, y: { baseline: null } } }\n';
    const study = `members: [p]\npipeline: { baseline: { mC: 1 } }\n${matrix}`;
    put(root, 's', 'study.yaml', study);
    put(root, 'p', 'pipeline.yaml', PIPELINE);
    const digests = () => ['collect', 'charts'].map((stage) => digestOf(root, 'study', 's', stage));
    const [collect, charts] = digests();
    put(root, 'p', 'pipeline.yaml', PIPELINE + BASELINE);
    const [listed, same] = digests();
    expect(listed).not.toBe(collect);
    expect(same).toBe(charts);
    put(root, 's', 'study.yaml', study.replace('{ baseline: null }', '{}'));
    expect(digests()[0]).not.toBe(listed);
    expect(digests()[1]).toBe(charts);
  });
});
