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
 * The pipeline for a user's own events: a network that trains in minutes without a GPU, auxiliary masses that start
 * just above m_C, the side from which they are found fast.
 *
 * @param facts Name of the dataset; the number of events; m_C and the median visible mass of a branch, m_ab, in GeV.
 */
export function pipelineYaml(facts: {
  readonly dataset: string;
  readonly events: number;
  readonly mC: number;
  readonly visibleMass: number;
}): string {
  const { mC, visibleMass } = facts;
  const scale = 10 ** Math.round(Math.log10(mC + 2 * visibleMass));
  const [gapA, gapB] = [visibleMass / 2, visibleMass / 4];
  const [deltaA, deltaB] = [gapA, gapB].map((gap) => auxiliaryStart(gap / scale));
  const [startA, startB] = [mC + gapB + gapA, mC + gapB].map((mass) => mass.toFixed(0));
  return `# yaml-language-server: $schema=../schema.json
dataset: ${facts.dataset}
contaminate: # wrong pairings added on purpose; 0 leaves the events as they are
  fraction: 0
  seed: 1
train:
  mC: &mC ${mC} # GeV
  seed: 1
  scale: ${scale} # GeV; momenta are divided by it
  layers: 4
  width: 128
  standardise: true
  batch: 256
  epochs: ${epochsFor(facts.events)}
  decay: 1
  learningRate: 3.0e-3
  auxiliary: { deltaA: ${deltaA}, deltaB: ${deltaB} } # begins at ${startA} and ${startB} GeV
baseline:
  mC: *mC
evaluate:
  split: test
`;
}

/** δ for which ELU(δ) + 1 is a given gap between two masses, in units of the scale; two decimals. */
function auxiliaryStart(gap: number): number {
  return Number((gap < 1 ? Math.log(gap) : gap - 1).toFixed(2));
}

/** Epochs for some 1.2 million passes of a training event: minutes on two cores. */
function epochsFor(events: number): number {
  return Math.min(300, Math.max(20, Math.round(1.2e6 / (0.7 * Math.max(events, 1)))));
}
