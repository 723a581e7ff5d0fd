import type { EventBatch } from '../columns/batch.ts';
import type { EventMetadata } from '../columns/metadata.ts';

/** Weighting strategies of the accord: weights of ±1, or weights whose mean is the cross-section, in pb. */
const [UNIT_WEIGHTS, CROSS_SECTION_WEIGHTS] = [-3, -4];

/**
 * What stands in front of the events of an LHE file.
 *
 * A reader takes the cross-section from `<init>` if all weights are ±1, which is what the first events decide;
 * else from the mean of the weights. An unknown cross-section is written as 0.
 *
 * @param metadata What the file says about all events.
 * @param first The first events; undefined if there are none.
 * @returns The text up to `</init>`.
 * @see hep-ph/0109068, IDWTUP.
 */
export function initText(metadata: EventMetadata, first: EventBatch | undefined): string {
  const { sample, crossSection, beamEnergies = [6500, 6500], generators = [] } = metadata;
  const { value, error } = crossSection ?? { value: 0, error: 0 };
  const unit = first?.columns.weight?.every((weight) => Math.abs(weight) === 1) ?? true;
  const strategy = unit ? UNIT_WEIGHTS : CROSS_SECTION_WEIGHTS;
  return [
    '<LesHouchesEvents version="3.0">',
    '<init>',
    `2212 2212 ${beamEnergies.join(' ')} 0 0 0 0 ${strategy} 1`,
    `${value} ${error} ${unit ? 1 : value} 1`,
    ...generators.map((generator) => `<generator name='${plain(generator)}'></generator>`),
    `<generator name='deelema'>${plain(sample)}</generator>`,
    '</init>',
    '',
  ].join('\n');
}

/** Without what has a meaning in XML. */
function plain(text: string): string {
  return text.replace(/[<>&'"\s]+/g, ' ').trim();
}
