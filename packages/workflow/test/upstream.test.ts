import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  collectedStages,
  neededStages,
  readConfig,
  STAGES,
  stageEntry,
  stagesOf,
} from '@deelema/workflow';
import { createFolder, type Folder } from './support/schemas.ts';

const PIPELINE = stagesOf('pipeline');
const WITHOUT = PIPELINE.filter((stage) => stage !== 'baseline');

describe('what a stage reads', () => {
  it('is all that it needs where every stage is there', () => {
    for (const stage of PIPELINE) {
      expect(neededStages(stage, PIPELINE)).toEqual(stageEntry(stage).needs);
    }
    expect(collectedStages('collect', PIPELINE)).toEqual(STAGES.collect.collects);
  });

  it('is without an optional stage that is not there, in no other stage than those that need it', () => {
    expect(neededStages('evaluate', WITHOUT)).toEqual(['contaminate', 'train']);
    expect(collectedStages('collect', WITHOUT)).toEqual(['train', 'evaluate']);
    for (const stage of WITHOUT.filter((each) => each !== 'evaluate')) {
      expect(neededStages(stage, WITHOUT)).toEqual(stageEntry(stage).needs);
    }
  });

  it('is what the keys of a YAML say, which need not name the other stages', () => {
    expect(neededStages('evaluate', ['dataset', 'train', 'baseline'])).toContain('baseline');
    expect(neededStages('train', ['dataset'])).toEqual(['preprocess', 'contaminate']);
  });

  it('is nothing of members for a stage that collects nothing', () => {
    expect(collectedStages('evaluate', PIPELINE)).toEqual([]);
  });

  it('is never an optional stage of another kind, for a pipeline does not know what its dataset has', () => {
    for (const { kind, needs } of Object.values(STAGES)) {
      const optional = needs.map(stageEntry).filter((upstream) => upstream.optional);
      expect(optional.every((upstream) => upstream.kind === kind)).toBe(true);
    }
  });
});

describe('the stages of the members of a study', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = createFolder(import.meta.dirname);
  });
  afterEach(() => folder.remove());

  const stagesOfMembers = async (): Promise<Record<string, boolean>> => {
    const { members } = await readConfig(folder.root, 'study', 's');
    return Object.fromEntries(
      members.map(({ name, stages }) => [name, stages.includes('baseline')])
    );
  };

  it('are those of the pipelines that it lists, and of what all members of the matrix share', async () => {
    folder.put('pipelines/bare/pipeline.yaml', 'dataset: toy\n');
    folder.put('pipelines/full/pipeline.yaml', 'dataset: toy\nbaseline: {}\n');
    const matrix = 'matrix: { a: { x: {}, y: { baseline: {} } } }';
    folder.put(
      'pipelines/s/study.yaml',
      `members: [bare, full]\npipeline: { dataset: toy }\n${matrix}\n`
    );
    expect(await stagesOfMembers()).toEqual({ bare: false, full: true, x: false, y: true });
  });

  it('are without what a value of an axis takes away', async () => {
    folder.put(
      'pipelines/s/study.yaml',
      'pipeline: { dataset: toy, baseline: {} }\nmatrix: { a: { x: {}, y: { baseline: null } } }\n'
    );
    expect(await stagesOfMembers()).toEqual({ x: true, y: false });
  });
});
