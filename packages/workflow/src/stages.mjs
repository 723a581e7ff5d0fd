// @ts-check
import { ConfigError } from './errors.mjs';
/**
 * The stage table: the only place that knows the shape of a pipeline.
 *
 * Plain JavaScript, because the Nx plugin reads it before anything is built.
 * One word for one thing: a stage's name is also its package (`packages/<stage>`), its Nx target,
 * its section of the YAML and its output folder.
 */

/** @typedef {'dataset' | 'pipeline' | 'study'} Kind Whose stage it is: a dataset's, a pipeline's or a study's. */

/** @param {string} prefix @returns {string[]} The columns of a four-momentum. */
const momentum = (prefix) => ['E', 'px', 'py', 'pz'].map((component) => `${prefix}_${component}`);

/** Columns of every event file on the way from generate to train. */
const EVENT = [
  'event',
  ...['a1', 'b1', 'a2', 'b2'].flatMap(momentum),
  'ptmiss_x',
  'ptmiss_y',
  'weight',
];

/**
 * @typedef {object} StageEntry
 * @property {Kind} kind Whose stage it is.
 * @property {readonly string[]} needs The stages whose outputs it reads.
 * @property {Readonly<Record<string, string>>} outputs Its declared outputs: name to file name.
 * @property {readonly string[]} [mayLack] Those of its outputs that it may do without: no stage reads them.
 * @property {readonly string[]} columns The columns that its `events.arrow` must have, if it writes one.
 * @property {boolean} serial True if it fills the machine itself and never runs beside another task.
 * @property {readonly string[]} [backend] The settings that choose its TensorFlow.js backend, if its result depends on
 *  one: what its `src/backend-candidates.mjs` is given, in this order.
 * @property {readonly string[]} [files] The settings that name files from outside the workspace's stages, relative to
 *  the YAML: their content is part of the cache key.
 * @property {readonly string[]} [tells] The stages whose making it tells of, in the order of the data's way: settings, code
 *  and digests of outputs, which are then part of what it depends on.
 * @property {readonly string[]} [collects] The stages whose outputs it reads of every member of its study.
 * @property {boolean} [optional] True if it is there only where the YAML has a section for it. A stage that needs it, or
 *  collects it of members, reads it where it is there and does without it elsewhere; it belongs to the same kind, for
 *  a pipeline does not know what its dataset has.
 */

/** @type {Readonly<Record<string, StageEntry>>} */
export const STAGES = {
  generate: {
    kind: 'dataset',
    needs: [],
    outputs: { events: 'events.arrow' },
    columns: EVENT,
    serial: true,
    files: ['path', 'partons'],
  },
  preprocess: {
    kind: 'dataset',
    needs: ['generate'],
    outputs: { events: 'events.arrow', scaling: 'scaling.json' },
    columns: [...EVENT, 'split'],
    serial: false,
  },
  compare: {
    kind: 'dataset',
    needs: ['generate'],
    outputs: { comparison: 'comparison.json' },
    columns: [],
    serial: false,
    files: ['reference'],
    optional: true,
  },
  contaminate: {
    kind: 'pipeline',
    needs: ['preprocess'],
    outputs: { events: 'events.arrow' },
    columns: [...EVENT, 'split', 'exchanged'],
    serial: false,
  },
  train: {
    kind: 'pipeline',
    needs: ['preprocess', 'contaminate'],
    outputs: {
      events: 'events.arrow',
      training: 'training.json',
      model: 'model/model.json',
      weights: 'model/weights.bin',
      onnx: 'model/model.onnx',
      scalars: 'scalars.csv',
      tensorboard: 'events.out.tfevents.deelema',
    },
    mayLack: ['model', 'weights', 'onnx', 'scalars', 'tensorboard'],
    // The masses depend on the decays that it was trained for: evaluate looks for those that training.json says.
    columns: ['event', ...['k1', 'k2'].flatMap(momentum)],
    serial: true,
    backend: ['backend', 'provider', 'threads'],
  },
  baseline: {
    kind: 'pipeline',
    needs: ['contaminate'],
    outputs: { events: 'events.arrow', measurements: 'measurements.json' },
    columns: ['event', 'mt2_b', 'mt2_ab'],
    serial: true,
    optional: true,
  },
  evaluate: {
    kind: 'pipeline',
    needs: ['contaminate', 'train', 'baseline'],
    outputs: { evaluation: 'evaluation.json' },
    columns: [],
    serial: false,
  },
  figures: {
    kind: 'pipeline',
    needs: ['evaluate'],
    outputs: { figures: 'figures.json' },
    columns: [],
    serial: false,
  },
  report: {
    kind: 'pipeline',
    needs: ['evaluate', 'figures'],
    tells: ['generate', 'preprocess', 'contaminate', 'train', 'baseline', 'evaluate', 'figures'],
    outputs: { report: 'report.html' },
    columns: [],
    serial: false,
  },
  collect: {
    kind: 'study',
    needs: [],
    collects: ['train', 'baseline', 'evaluate'],
    outputs: { table: 'table.json', csv: 'table.csv', markdown: 'table.md' },
    columns: [],
    serial: false,
  },
  charts: {
    kind: 'study',
    needs: ['collect'],
    collects: ['train'],
    outputs: { charts: 'charts.json' },
    columns: [],
    serial: false,
  },
  summary: {
    kind: 'study',
    needs: ['collect', 'charts'],
    // Its study must make its members until report: src/config.mjs of the stage says so.
    collects: ['evaluate', 'figures'],
    tells: ['collect', 'charts'],
    outputs: { summary: 'summary.html' },
    columns: [],
    serial: false,
    optional: true,
  },
};

/**
 * The table's entry of a stage.
 *
 * @param {string} stage
 * @returns {StageEntry}
 * @throws {ConfigError} if there is no such stage.
 */
export function stageEntry(stage) {
  const entry = Object.hasOwn(STAGES, stage) ? STAGES[stage] : undefined;
  if (!entry) {
    throw new ConfigError(
      `There is no stage "${stage}": expected one of ${Object.keys(STAGES).join(', ')}.`
    );
  }
  return entry;
}

/**
 * The names of the stages of one kind, in the order of the data's way; the optional ones too.
 *
 * @param {Kind} kind
 * @returns {string[]}
 */
export function stagesOf(kind) {
  return Object.keys(STAGES).filter((name) => stageEntry(name).kind === kind);
}

/**
 * The names of the stages of one kind that are always there, in the order of the data's way.
 *
 * @param {Kind} kind
 * @returns {string[]}
 */
export function requiredStagesOf(kind) {
  return stagesOf(kind).filter((name) => !stageEntry(name).optional);
}
