import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredStagesOf, stagesOf, type Config } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { memberFolders, upstreamFolders } from '../src/upstream-folders.ts';

const ALL = stagesOf('pipeline');
const REQUIRED = requiredStagesOf('pipeline');

/** A workspace in which everything of the pipelines has been made, at some time. */
function workspaceOf(...pipelines: string[]): string {
  const root = temporaryFolder();
  for (const stage of pipelines.flatMap((name) => ALL.map((each) => `${name}/out/${each}`))) {
    mkdirSync(join(root, 'pipelines', stage), { recursive: true });
    writeFileSync(join(root, 'pipelines', stage, 'manifest.json'), '{}');
  }
  return root;
}

const config = (kind: Config['kind'], own: readonly string[]): Config => ({
  kind,
  name: 'p',
  file: '',
  base: '',
  dataset: 'toy',
  sections: Object.fromEntries(own.map((stage) => [stage, { config: {}, swap: undefined }])),
  members: ['p', 'q'].map((name) => ({
    name,
    pipeline: name,
    labels: {},
    stages: name === 'p' ? ALL : REQUIRED,
  })),
  until: 'evaluate',
});

describe('the folders that a stage reads', () => {
  it('are those of the stages that it needs, of an optional one where the pipeline has it', () => {
    const root = workspaceOf('p');
    expect(upstreamFolders(root, config('pipeline', ALL), 'evaluate')).toEqual({
      contaminate: join(root, 'pipelines/p/out/contaminate'),
      train: join(root, 'pipelines/p/out/train'),
      baseline: join(root, 'pipelines/p/out/baseline'),
    });
  });

  it('are never those of an optional stage that the YAML no longer has, though its outputs are left', () => {
    const folders = upstreamFolders(workspaceOf('p'), config('pipeline', REQUIRED), 'evaluate');
    expect(Object.keys(folders)).toEqual(['contaminate', 'train']);
  });

  it('are those of each member, as far as it has the stages', () => {
    const root = workspaceOf('p', 'q');
    const [p, q] = memberFolders(root, config('study', ['collect']), 'collect');
    expect(Object.keys(p.inputs)).toEqual(['train', 'baseline', 'evaluate']);
    expect(Object.keys(q.inputs)).toEqual(['train', 'evaluate']);
    expect(q.inputs.train).toBe(join(root, 'pipelines/q/out/train'));
  });

  it('must have been made, where the stage is there', () => {
    expect(() => upstreamFolders(temporaryFolder(), config('pipeline', ALL), 'evaluate')).toThrow(
      'evaluate needs pipelines/p/out/contaminate, which has not been made'
    );
  });
});
