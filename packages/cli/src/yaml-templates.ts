import type { Topology } from '@deelema/events';
import { stringify } from 'yaml';

/**
 * The dataset that reads an event file.
 *
 * @param facts Path as it shall stand in the YAML; what the events are; the topology, if the format needs one.
 */
export function datasetYaml(facts: {
  readonly path: string;
  readonly sample: string;
  readonly topology: string | Topology | undefined;
}): string {
  const generate = {
    source: 'file',
    path: facts.path,
    ...(facts.topology ? { topology: facts.topology } : {}),
  };
  return `# yaml-language-server: $schema=../schema.json
${stringify({ description: facts.sample, generate }, { flowCollectionPadding: true, collectionStyle: 'any' })}\
  unmatched: drop # events without this decay are left out and counted; "fail" to be told of the first
  # smearing: { seed: 1 } # jet resolution, if the file has none
preprocess:
  seed: 1
`;
}

/**
 * The pipeline for a user's own events: the masses start just above m_C, the side from which they are found fast.
 *
 * @param facts Name of the dataset; m_C and the energy scale in GeV; the number of events.
 */
export function pipelineYaml(facts: {
  readonly dataset: string;
  readonly mC: number;
  readonly scale: number;
  readonly events: number;
}): string {
  return `# yaml-language-server: $schema=../schema.json
dataset: ${facts.dataset}
contaminate: # wrong pairings added on purpose; leave at 0 for events as they are
  fraction: 0
  seed: 1
train:
  mC: &mC ${facts.mC} # GeV
  seed: 1
  scale: ${facts.scale} # GeV; momenta are divided by it
SETTINGS
baseline:
  mC: *mC
evaluate:
  split: test
`;
}
