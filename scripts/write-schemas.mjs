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

/** @param {import('@deelema/workflow').Kind} kind @param {Record<string, unknown>} head */
async function schemaOf(kind, head) {
  const swap = toJson(swapSchema);
  /** @type {Record<string, unknown>} */
  const sections = {};
  for (const stage of stagesOf(kind)) {
    sections[stage] = {
      description: `Settings of the stage "${stage}"`,
      anyOf: [toJson(await stageSchema(root, stage)), swap],
    };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `deelema ${kind}`,
    type: 'object',
    additionalProperties: false,
    properties: { ...head, description: { type: 'string' }, ...sections },
    required: Object.keys(head),
  };
}

const files = {
  'datasets/schema.json': await schemaOf('dataset', {}),
  'pipelines/schema.json': await schemaOf('pipeline', {
    dataset: { type: 'string', description: 'Name of a folder under datasets/' },
  }),
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
