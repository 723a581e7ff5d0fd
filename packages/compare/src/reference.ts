import { readFile } from 'node:fs/promises';
import { InputError } from '@deelema/events';
import { z } from 'zod';
import { OBSERVABLES } from './observables/observables.ts';

/** Version of reference files that is read. */
const SCHEMA_VERSION = 1;

const observable = z
  .strictObject({
    name: z.string(),
    unit: z.enum(['GeV', 'degree', '']),
    invariant: z.boolean(),
    edges: z.array(z.number()).min(2),
    mean: z.number(),
    meanError: z.number(),
    sumOfWeights: z.array(z.number()),
    sumOfSquaredWeights: z.array(z.number()),
    underflow: z.number(),
    overflow: z.number(),
  })
  .refine(({ edges }) => edges.every((edge, i) => i === 0 || edge > edges[i - 1]), {
    error: 'edges: expected rising numbers',
  })
  .refine(
    ({ edges, sumOfWeights, sumOfSquaredWeights }) =>
      sumOfWeights.length === edges.length - 1 && sumOfSquaredWeights.length === edges.length - 1,
    { error: 'sums: expected one less than edges' }
  );

/** Histograms of the events of a full generator, and what made them. */
const referenceSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  script: z.strictObject({ name: z.string(), version: z.int() }),
  generator: z.string(),
  version: z.string(),
  pdf: z.string(),
  process: z.string(),
  seed: z.int(),
  events: z.int().positive(),
  leftOut: z.int().nonnegative(),
  source: z.strictObject({ file: z.string(), sha256: z.string() }),
  crossSection: z.strictObject({ value: z.number(), error: z.number(), unit: z.literal('pb') }),
  observables: z.array(observable).min(1),
});

/** The content of a reference file. */
export type Reference = z.output<typeof referenceSchema>;

/** One histogram of a reference file. */
export type ReferenceObservable = Reference['observables'][number];

/**
 * Reads the histograms of a full generator.
 *
 * @param path A JSON file as `test/reference/generators/histograms.py` writes it.
 * @throws InputError if there is no such file, if it is of another version or form, or if it holds an observable that
 *  is not known here.
 */
export async function readReference(path: string): Promise<Reference> {
  const value = parse(path, await read(path));
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== SCHEMA_VERSION) {
    throw new InputError(
      `${path}: its schemaVersion is ${JSON.stringify(version)}, expected ${SCHEMA_VERSION}; update deelema, or make the file again with histograms.py.`
    );
  }
  const result = referenceSchema.safeParse(value);
  if (!result.success) {
    const issues = z.prettifyError(result.error);
    throw new InputError(`${path} is not a reference as histograms.py writes it:\n${issues}.`);
  }
  result.data.observables.forEach((observable) => checkKnown(path, observable));
  return result.data;
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError(
      `${path} cannot be read: expected a file of reference histograms; mend compare.reference.`,
      { cause }
    );
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError(`${path} is no JSON, expected a file that histograms.py wrote.`, {
      cause,
    });
  }
}

function checkKnown(path: string, { name, unit }: ReferenceObservable): void {
  const known = Object.hasOwn(OBSERVABLES, name) ? OBSERVABLES[name] : undefined;
  if (known?.unit === unit) return;
  const expected = known
    ? `expected the unit "${known.unit}"`
    : `expected one of ${Object.keys(OBSERVABLES).join(', ')}`;
  throw new InputError(`${path}: observable ${name} in "${unit}", ${expected}.`);
}
