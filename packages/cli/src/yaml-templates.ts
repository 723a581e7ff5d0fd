import type { SourceOptions, Topology } from '@deelema/events';
import { stringify } from 'yaml';

/**
 * The dataset that reads an event file.
 *
 * @param facts Path as it shall stand in the YAML; what the events are; how the file is read, with the topology if
 *  the format needs one.
 */
export function datasetYaml(facts: {
  readonly path: string;
  readonly sample: string;
  readonly reading: Omit<SourceOptions, 'topology'> & {
    readonly topology: string | Topology | undefined;
  };
}): string {
  const { maxUnmatched = 1, ...reading } = facts.reading;
  // What is undefined is left out.
  const generate = { source: 'file', path: facts.path, ...reading };
  return `# yaml-language-server: $schema=../schema.json
${stringify({ description: facts.sample, generate }, { flowCollectionPadding: true, collectionStyle: 'any' })}\
  maxUnmatched: ${maxUnmatched} # fraction of events without this decay that may be left out; 0 to be told of the first
  # smearing: { seed: 1 } # jet resolution, if the file has none
preprocess:
  seed: 1
`;
}

/**
 * The pipeline for a user's own events: the default training, which needs to be told m_C and how the pairs were made.
 *
 * @param facts Name of the dataset; m_C, GeV; the process that the file's decays speak for.
 */
export function pipelineYaml(facts: {
  readonly dataset: string;
  readonly mC: number;
  readonly process: 'gluino-pair' | 'top-pair';
}): string {
  return `# yaml-language-server: $schema=../schema.json
dataset: ${facts.dataset}
contaminate: # wrong pairings added on purpose; 0 leaves the events as they are
  fraction: 0
  seed: 1
train:
  mC: &mC ${facts.mC} # GeV
  seed: 1
  process: ${facts.process} # how the pairs are made: gluino-pair, top-pair or phase-space
  # resolution: { a: {} } # if the energies of a1 and a2 are smeared: as of b jets, or a table of your own
baseline: # M_T2 and M_2CC; without this section they are not computed
  mC: *mC
evaluate:
  split: test
`;
}
