// @ts-check
// node scripts/write-schemas.mjs [--check]: the JSON schemas by which an editor checks and completes our YAML files,
// made from the schemas of the stages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAGES, stageSchema, stagesOf, swapSchema } from '@deelema/workflow';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');

/** @param {z.ZodType} schema */
const toJson = (schema) => ({
  ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  $schema: undefined,
});

/** @param {import('@deelema/workflow').Kind} kind */
async function sectionsOf(kind) {
  const swap = toJson(swapSchema);
  /** @type {Record<string, unknown>} */
  const sections = {};
  for (const stage of stagesOf(kind)) {
    sections[stage] = {
      description: `Settings of the stage "${stage}"`,
      anyOf: [toJson(await stageSchema(root, stage)), swap],
    };
  }
  return sections;
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** @param {import('@deelema/workflow').Kind} kind @param {Record<string, unknown>} head */
async function schemaOf(kind, head) {
  return {
    $schema: DRAFT,
    title: `deelema ${kind}`,
    type: 'object',
    additionalProperties: false,
    properties: { ...head, description: { type: 'string' }, ...(await sectionsOf(kind)) },
    required: Object.keys(head),
  };
}

/** What a study's file holds: of a pipeline only the settings that its members share, or that an axis changes. */
async function studySchema() {
  const settings = { $ref: '#/$defs/settings' };
  const labels = { type: 'object', additionalProperties: settings, minProperties: 1 };
  return {
    $schema: DRAFT,
    title: 'deelema study',
    type: 'object',
    additionalProperties: false,
    properties: {
      description: { type: 'string' },
      members: strings('Pipelines that stand in folders of their own'),
      pipeline: { description: 'What all members of the matrix share', ...settings },
      matrix: {
        description: 'Axes; every combination of their values is a member, later axes win',
        type: 'object',
        properties: { dataset: { anyOf: [strings('Datasets by name'), labels] } },
        additionalProperties: labels,
        minProperties: 1,
      },
      exclude: {
        description: 'Combinations that are left out: axis to label',
        type: 'array',
        items: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
      until: {
        description: 'The last stage that the study makes of its members',
        enum: ['evaluate', 'report'],
        default: 'evaluate',
      },
      ...(await sectionsOf('study')),
    },
    $defs: {
      settings: partial({
        type: 'object',
        additionalProperties: false,
        properties: {
          ...PIPELINE_HEAD,
          description: { type: 'string' },
          ...(await sectionsOf('pipeline')),
        },
      }),
    },
  };
}

/** @param {string} description */
function strings(description) {
  return { description, type: 'array', items: { type: 'string' }, minItems: 1 };
}

/**
 * A schema of which nothing is required, and null takes a setting away.
 *
 * @param {any} schema
 * @returns {any}
 */
function partial(schema) {
  if (Array.isArray(schema)) return schema.map(partial);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema)
    .filter(([key, value]) => key !== 'required' || !Array.isArray(value))
    .map(([key, value]) => [key, key === 'properties' ? removable(value) : partial(value)]);
  return Object.fromEntries(entries);
}

/** @param {Record<string, unknown>} properties */
function removable(properties) {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = partial(schema);
    const either = { anyOf: [rest, { type: 'null' }] };
    return [name, description === undefined ? either : { description, ...either }];
  });
  return Object.fromEntries(entries);
}

const PIPELINE_HEAD = {
  dataset: { type: 'string', description: 'Name of a folder under datasets/' },
};

const files = {
  'datasets/schema.json': await schemaOf('dataset', {}),
  'pipelines/schema.json': await schemaOf('pipeline', PIPELINE_HEAD),
  'pipelines/study.schema.json': await studySchema(),
};

for (const [file, schema] of Object.entries(files)) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(join(root, file), text);
  else if (readFileSync(join(root, file), 'utf8') !== text) {
    console.error(`${file} is not what the stages' schemas say: run npm run schema and commit it.`);
    process.exitCode = 1;
  }
}
console.log(`${Object.keys(files).length} schemas, ${Object.keys(STAGES).length} stages`);
