import { z } from 'zod';
import { densitySchema, solvingSchema } from './density-schema.ts';
import { topologySchema } from './topology-schema.ts';

/** How the files of a model are written and read. */
export const MODEL_VERSION = 1;

const positive = z.number().positive();
const count = z.int().nonnegative();
const massByName = z.record(z.string(), positive);

const architecture = z.strictObject({
  inputs: z.int().min(1),
  layers: z.int().min(1),
  width: z.int().min(1),
  outputs: z.int().min(1),
  batchNormalisation: z.boolean(),
  activation: z.literal('GELU (tanh approximation)'),
});

const weights = z.strictObject({
  type: z.literal('float32'),
  byteOrder: z.literal('little-endian'),
  arrays: z.array(z.strictObject({ name: z.string(), shape: z.array(count), offset: count })),
});

const file = z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const provenance = z.strictObject({
  /** Version of the program. */
  deelema: z.string(),
  /** What computed, in one line. */
  backend: z.string(),
  /** What the events were, in one line. */
  sample: z.string(),
  seed: count,
  /** Number of events that the model was trained with. */
  events: count,
  /** All settings of the training. */
  settings: z.record(z.string(), z.unknown()),
});

const common = {
  topology: topologySchema,
  /** Masses of the invisible particles, GeV. */
  mC: z.tuple([z.number().nonnegative(), z.number().nonnegative()]),
  /** GeV per unit of the network's momenta. */
  unit: positive,
  architecture,
  /** m̃ by name, GeV. */
  auxiliary: massByName,
  weights,
  files: z.strictObject({ weights: file, onnx: file.nullable() }),
  provenance,
};

const paperModel = z
  .strictObject({
    schemaVersion: z.literal(MODEL_VERSION),
    recipe: z.literal('paper'),
    ...common,
    completion: z.enum(['exact', 'mc', 'pt', 'pt_mc']),
    /** d of the loss. */
    distance: z.enum(['l1', 'l2', 'squaredMasses', 'huber']),
    /** Of the network's inputs and outputs. */
    frame: z.enum(['laboratory', 'canonical']),
    /** The pairing of the file, or of each event the one with the smaller loss. */
    pairing: z.enum(['given', 'blind']),
    /** Moments of each network input, GeV; null if the inputs are as they are. */
    standardisation: z
      .array(z.strictObject({ name: z.string(), mean: z.number(), std: z.number().nonnegative() }))
      .nullable(),
  })
  .refine(({ mC }) => mC[0] === mC[1], { path: ['mC'], error: 'expected one mass twice' });

const densityModel = z.strictObject({
  schemaVersion: z.literal(MODEL_VERSION),
  recipe: z.literal('deelema'),
  ...common,
  /** τ by name, GeV. */
  resolutions: massByName,
  density: densitySchema,
  solving: solvingSchema,
});

/** `model.json`: all of a trained model but its weights. */
export const modelSchema = z.discriminatedUnion('recipe', [paperModel, densityModel]);

/** A model of the recipe `paper`: a network and a completion. */
export type PaperModel = z.output<typeof paperModel>;
/** A model of the recipe `deelema`: a network, a density and where to look for solutions. */
export type DensityModelRecord = z.output<typeof densityModel>;
/** The content of `model.json`. */
export type ModelRecord = PaperModel | DensityModelRecord;

type Described<Of> = Omit<Of, 'schemaVersion' | 'weights' | 'files' | 'architecture'>;

/** What is to be said of a model of the recipe `paper`; the rest follows from its weights. */
export type PaperDescription = Described<PaperModel> & {
  readonly architecture: Omit<PaperModel['architecture'], 'activation'>;
};
/** What is to be said of a model of the recipe `deelema`. */
export type DensityDescription = Described<DensityModelRecord> & {
  readonly architecture: Omit<DensityModelRecord['architecture'], 'activation'>;
};
/** What a training knows of its model. */
export type ModelDescription = PaperDescription | DensityDescription;
