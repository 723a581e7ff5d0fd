// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ConfigError } from './errors.mjs';
import { suggest } from './suggest.mjs';

/** @typedef {import('./yaml-file.mjs').YamlFile} YamlFile */

/**
 * The schema of a stage's section, from `packages/<stage>/src/config.mjs`.
 *
 * @param {string} root
 * @param {string} stage
 * @returns {Promise<z.ZodType>}
 */
export async function stageSchema(root, stage) {
  const file = join(root, 'packages', stage, 'src/config.mjs');
  if (!existsSync(file)) throw new ConfigError(`The stage "${stage}" has no ${file}.`);
  const { config } = await import(pathToFileURL(file).href);
  return config;
}

/**
 * Checks a section of a YAML file against a schema.
 *
 * @param {YamlFile} yaml
 * @param {readonly string[]} path Where the section stands in the file, e.g. `['train']`.
 * @param {unknown} section
 * @param {z.ZodType} schema
 * @returns {{ config: unknown, problems: string[] }} The section with defaults filled in, or what is wrong with it,
 *  one sentence each.
 */
export function checkSection(yaml, path, section, schema) {
  const result = schema.safeParse(section);
  if (result.success) return { config: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) =>
    explain(yaml, path, section, schema, issue)
  );
  return { config: undefined, problems };
}

/**
 * @param {YamlFile} yaml
 * @param {readonly string[]} path
 * @param {unknown} section
 * @param {z.ZodType} schema
 * @param {z.core.$ZodIssue} issue
 * @returns {string[]}
 */
function explain(yaml, path, section, schema, issue) {
  const full = [...path, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, section, issue.path);
    return issue.keys.map(
      (key) =>
        `${yaml.where([...full, key])}: unknown key "${[...full, key].join('.')}".${suggest(key, known)}`
    );
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The member that was probably meant is the one whose complaint lies deepest.
    const depth = (/** @type {z.core.$ZodIssue[]} */ issues) =>
      Math.min(...issues.map((inner) => inner.path.length));
    const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    return closest.flatMap((inner) =>
      explain(yaml, path, section, schema, { ...inner, path: [...issue.path, ...inner.path] })
    );
  }
  const received = valueAt(section, issue.path);
  const subject = `${yaml.where(full)}: ${full.join('.')}`;
  const message = issue.message.replace(/^Invalid \w+: /, '').replace(/, received .*$/, '');
  if (received === undefined) return [`${subject} is missing: ${message}.`];
  return [`${subject} is ${show(received)}: ${message}.`];
}

/** @param {unknown} value As it stands in the YAML; JSON has no NaN. */
function show(value) {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** @param {unknown} value @param {readonly PropertyKey[]} path */
function valueAt(value, path) {
  for (const step of path)
    value = /** @type {Record<PropertyKey, unknown> | undefined} */ (value)?.[step];
  return value;
}

/**
 * The keys a schema knows at a path; of a union, those of the member that the section selects by a constant.
 *
 * @param {z.ZodType} schema
 * @param {unknown} section
 * @param {readonly PropertyKey[]} path
 * @returns {string[]}
 */
function keysAt(schema, section, path) {
  /** @type {any} */
  let node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let value = section;
  for (const step of [...path, undefined]) {
    node = member(node, value);
    if (step === undefined) break;
    node = typeof step === 'number' ? node?.items : node?.properties?.[step];
    value = valueAt(value, [step]);
  }
  return Object.keys(node?.properties ?? {});
}

/** @param {any} node @param {any} value */
function member(node, value) {
  const members = node?.oneOf ?? node?.anyOf;
  if (!members) return node;
  /** @param {any} candidate */
  const fits = (candidate) =>
    Object.entries(candidate.properties ?? {}).every(([key, property]) => {
      const { const: constant, default: unsaid } = /** @type {any} */ (property);
      return constant === undefined || constant === (value?.[key] ?? unsaid);
    });
  return members.find((/** @type {any} */ m) => m.properties && fits(m));
}
