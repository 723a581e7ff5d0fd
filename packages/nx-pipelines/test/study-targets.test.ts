import { fileURLToPath } from 'node:url';
import { requiredStagesOf, stagesOf, type Config } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { targets } from '../src/targets.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A study of one pipeline that is listed and one of its matrix. */
function studyConfig(until: Config['until'], stages = stagesOf('pipeline')): Config {
  return {
    kind: 'study',
    name: 'spectra',
    file: 'pipelines/spectra/study.yaml',
    base: 'pipelines/spectra',
    dataset: undefined,
    sections: { collect: { config: {}, swap: undefined } },
    members: [
      { name: 'quickstart', pipeline: 'quickstart', labels: {}, stages },
      {
        name: 'toy-1',
        pipeline: 'spectra/toy-1',
        labels: { spectrum: 'toy', seed: '1' },
        stages: stagesOf('pipeline'),
      },
    ],
    until,
  };
}

describe('targets of a study', () => {
  const { collect, study, ...others } = targets(root, studyConfig('evaluate'));

  it('its own stage, and one for all', () => {
    expect(others).toEqual({});
    expect(study).toMatchObject({ executor: 'nx:noop', dependsOn: ['collect'] });
    expect(collect).toMatchObject({
      command: 'node packages/stage/bin/run-stage.mjs study spectra collect',
      outputs: ['{workspaceRoot}/pipelines/spectra/out/collect'],
    });
  });

  it('the table needs what is collected of every member, and hashes its manifests and the list of members', () => {
    expect(collect.dependsOn?.slice(1)).toEqual(
      ['quickstart', 'spectra-toy-1'].flatMap((project) =>
        ['train', 'baseline', 'evaluate'].map((target) => ({ projects: [project], target }))
      )
    );
    expect(collect.inputs).toContainEqual({ dependentTasksOutputFiles: '**/manifest.json' });
    expect(collect.inputs).toContainEqual({
      runtime: 'node packages/nx-pipelines/src/print-inputs.mjs study spectra collect',
    });
  });

  it('nothing is collected of a stage that a member has not', () => {
    const { collect: table } = targets(root, studyConfig('evaluate', requiredStagesOf('pipeline')));
    const wanted = table.dependsOn?.map((each) => (typeof each === 'string' ? each : each.target));
    // The build, two stages of quickstart and three of the other.
    expect(wanted).toEqual(['build', 'train', 'evaluate', 'train', 'baseline', 'evaluate']);
  });

  it('with reports, if it asks for them', () => {
    expect(targets(root, studyConfig('report')).study.dependsOn).toEqual([
      'collect',
      { projects: ['quickstart'], target: 'report' },
      { projects: ['spectra-toy-1'], target: 'report' },
    ]);
  });
});

describe('targets of a member of its matrix', () => {
  const settings = stagesOf('pipeline').map((stage) => [stage, { config: {}, swap: undefined }]);
  const member = targets(root, {
    ...studyConfig(undefined),
    kind: 'pipeline',
    name: 'spectra/toy-1',
    dataset: 'toy',
    sections: Object.fromEntries(settings) as Config['sections'],
    members: [],
  });

  it('those of a pipeline, but none for all: `run-many -t pipeline` makes no studies', () => {
    expect(Object.keys(member)).toEqual([...stagesOf('pipeline'), 'generate', 'preprocess']);
    expect(member.train).toMatchObject({
      command: 'node packages/stage/bin/run-stage.mjs pipeline spectra/toy-1 train',
      outputs: ['{workspaceRoot}/pipelines/spectra/out/members/toy-1/train'],
    });
  });
});
