import {
  ANTLER,
  COMPLETIONS,
  checkTopology,
  densityArchitecture,
  massNames,
  visibleRoles,
  weightSpecs,
} from '@deelema/deelema';
import type { Weight, WeightSpec } from '@deelema/deelema';
import { densityModelSettings, massParameters } from './density-settings.ts';
import type { ModelRecord } from './model-schema.ts';
import { weightLayout } from './weights-layout.ts';

/**
 * Refuses a model whose parts do not fit each other.
 *
 * @param record The model.
 * @throws RangeError naming what does not fit: topology, masses, network or arrays.
 */
export function checkRecord(record: ModelRecord): void {
  const { topology, auxiliary, architecture, weights } = record;
  checkTopology(topology);
  checkNames('auxiliary', Object.keys(auxiliary), massNames(topology));
  if (record.recipe === 'deelema') {
    checkNames('resolutions', Object.keys(record.resolutions), massNames(topology));
    const roles = visibleRoles(topology);
    const unknown = Object.keys(record.density.resolution).find((role) => !roles.includes(role));
    if (unknown !== undefined) {
      throw new RangeError(`${unknown} has a resolution, expected roles of ${roles.join(', ')}`);
    }
    massParameters(record);
  } else if (record.pairing === 'blind' && !isSame(topology, ANTLER)) {
    throw new RangeError(
      `topology ${topology.name} is no antler, expected one where the pairing is blind`
    );
  }
  checkShape(record);
  const [received, expected] = [weights.arrays, weightLayout(weightSpecs(architecture))];
  const wrong = expected.findIndex((one, i) => !isSame(one, received[i]));
  if (wrong >= 0 || received.length !== expected.length) {
    const at = wrong >= 0 ? wrong : expected.length;
    throw new RangeError(
      `array ${at} of the weights is ${JSON.stringify(received[at] ?? null)}, expected ${JSON.stringify(expected[at] ?? null)} of the architecture`
    );
  }
}

/**
 * Refuses weights that are not those of a network.
 *
 * @param specs What the network has.
 * @param weights What is given.
 * @throws RangeError naming the first array that differs.
 */
export function checkWeights(specs: readonly WeightSpec[], weights: readonly Weight[]): void {
  const described = (one: WeightSpec | undefined): string =>
    one ? `${one.name} [${one.shape.join()}]` : 'nothing';
  for (let i = 0; i < Math.max(specs.length, weights.length); ++i) {
    const [spec, weight] = [specs.at(i), weights.at(i)];
    const size = spec?.shape.reduce((product, length) => product * length, 1);
    if (described(spec) === described(weight) && weight?.values.length === size) continue;
    const values = weight ? ` with ${weight.values.length} values` : '';
    throw new RangeError(
      `Weight array ${i} is ${described(weight)}${values}, expected ${described(spec)} with ${size ?? 0}.`
    );
  }
}

function checkNames(key: string, received: string[], expected: readonly string[]): void {
  if ([...received].sort().join() === [...expected].sort().join()) return;
  throw new RangeError(
    `${key} has ${received.join(', ') || 'no masses'}, expected ${expected.join(', ')} of the topology`
  );
}

function checkShape(record: ModelRecord): void {
  const { architecture } = record;
  const [inputs, outputs] = expectedShape(record);
  if (inputs.includes(architecture.inputs) && architecture.outputs === outputs) return;
  throw new RangeError(
    `the network has ${architecture.inputs} inputs and ${architecture.outputs} outputs, expected ${inputs.join(' or ')} and ${outputs}`
  );
}

/** Numbers of inputs that may be, and of outputs. */
function expectedShape(record: ModelRecord): [readonly number[], number] {
  if (record.recipe === 'deelema') {
    const { inputs, outputs } = densityArchitecture(densityModelSettings(record));
    return [[inputs], outputs];
  }
  const momenta = 4 * visibleRoles(record.topology).length;
  return [[momenta, momenta + 2], COMPLETIONS[record.completion].outputs];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
