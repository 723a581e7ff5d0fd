import { fileURLToPath } from 'node:url';
import { readConfig, requiredStagesOf, stagesOf, STAGES } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { targets } from '../src/targets.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const gluino = await readConfig(root, 'dataset', 'gluino');
const dataset = targets(root, gluino);
const quickstart = await readConfig(root, 'pipeline', 'quickstart');
const pipeline = targets(root, quickstart);
/** The stages that quickstart and its dataset consist of. */
const all = [...stagesOf('pipeline'), ...requiredStagesOf('dataset')];

describe('targets of a committed pipeline and its dataset', () => {
  it('one for each stage, aliases for those of the dataset, and one for all', () => {
    expect(Object.keys(pipeline).sort()).toEqual([...all, 'pipeline'].sort());
    expect(Object.keys(dataset)).toEqual(requiredStagesOf('dataset'));
    expect(pipeline.generate).toMatchObject({
      executor: 'nx:noop',
      dependsOn: [{ projects: ['data-gluino'], target: 'generate' }],
    });
  });

  it('commands hold names only: Nx hashes the commands of all targets into each task', () => {
    const commands = [...Object.values(pipeline), ...Object.values(dataset)].flatMap(
      ({ command }) => command ?? []
    );
    expect(commands).toHaveLength(all.length);
    for (const command of commands) {
      expect(command).toMatch(
        /^node packages\/stage\/bin\/run-stage\.mjs (dataset gluino|pipeline quickstart) [a-z]+$/
      );
    }
  });

  it('an optional stage gives its dataset a target of its own, and one for all', () => {
    const compare = { config: { reference: 'r.json' }, swap: undefined };
    const sections = { ...gluino.sections, compare };
    const more = targets(root, { ...gluino, sections });
    expect(Object.keys(more)).toEqual([...requiredStagesOf('dataset'), 'compare', 'pipeline']);
    expect(more.compare).toMatchObject({
      command: 'node packages/stage/bin/run-stage.mjs dataset gluino compare',
      outputs: ['{workspaceRoot}/datasets/gluino/compare'],
    });
    expect(more.compare.dependsOn).toContain('generate');
    expect(more.pipeline).toMatchObject({ executor: 'nx:noop', dependsOn: Object.keys(sections) });
  });

  it('an optional stage that is not there has no target, and no other stage waits for it', () => {
    const { baseline, ...others } = quickstart.sections;
    expect(baseline.config).toBeDefined();
    const fewer = targets(root, { ...quickstart, sections: others });
    expect(Object.keys(fewer)).toEqual(Object.keys(pipeline).filter((name) => name !== 'baseline'));
    expect(fewer.pipeline.dependsOn).toEqual(Object.keys(others));
    expect(fewer.evaluate.dependsOn?.slice(1)).toEqual(['contaminate', 'train']);
    // All other stages are as before.
    for (const stage of ['contaminate', 'train', 'figures', 'report', 'generate', 'preprocess']) {
      expect(fewer[stage]).toEqual(pipeline[stage]);
    }
  });

  it('every stage hashes the manifests of the stages it needs, and depends on them', () => {
    for (const stage of stagesOf('pipeline')) {
      const { inputs, dependsOn } = pipeline[stage];
      expect(inputs).toContainEqual({ dependentTasksOutputFiles: '**/manifest.json' });
      // The build, and one for each need.
      expect(dependsOn).toHaveLength(1 + STAGES[stage].needs.length);
    }
  });

  it('a stage is made of its package and those it uses; tests are no part of it', () => {
    const files = pipeline.baseline.inputs?.filter((input) => typeof input === 'string') ?? [];
    expect(files).toContain('{workspaceRoot}/packages/baseline/src/**/*');
    expect(files).toContain('{workspaceRoot}/packages/mass-variables/src/**/*');
    expect(files.join()).not.toContain('packages/train');
    expect(files.join()).not.toContain('test');
  });

  it('every stage hashes its settings as they are when it starts; train the backend too', () => {
    const runtimes = (target: { inputs?: readonly unknown[] }): string[] =>
      (target.inputs ?? []).flatMap((input) => (input as { runtime?: string }).runtime ?? []);
    const print = 'node packages/nx-pipelines/src/print-inputs.mjs';
    expect(runtimes(dataset.generate)).toEqual([`${print} dataset gluino generate`]);
    expect(runtimes(pipeline.evaluate)).toEqual([`${print} pipeline quickstart evaluate`]);
    expect(runtimes(pipeline.train)).toEqual([
      `${print} pipeline quickstart train`,
      'node packages/train/src/backend-candidates.mjs auto cpu auto',
    ]);
  });
});
