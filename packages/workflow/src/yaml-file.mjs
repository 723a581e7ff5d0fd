// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { ConfigError } from './errors.mjs';

/**
 * @typedef {object} YamlFile
 * @property {string} file Path relative to the workspace.
 * @property {Record<string, unknown>} value
 * @property {(path: readonly PropertyKey[]) => string} where `file:line` of the key at a path.
 */

/**
 * Reads a YAML file whose top level is a mapping.
 *
 * @param {string} root The workspace.
 * @param {string} file Path relative to it.
 * @returns {YamlFile}
 * @throws {ConfigError} if the file is missing, is not YAML, or is not a mapping.
 */
export function readYaml(root, file) {
  const lines = new LineCounter();
  const document = parseDocument(readText(root, file), { lineCounter: lines, merge: true });
  const [error] = document.errors;
  if (error)
    throw new ConfigError(`${file}: ${(error.message.split('\n')[0] ?? '').replace(/:$/, '.')}`);
  const value = toValue(document, file) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new ConfigError(
      `${file}: expected a mapping of sections, received ${JSON.stringify(value)}.`
    );
  }
  /** @param {readonly PropertyKey[]} path */
  const where = (path) => {
    const line = lineOf(document.contents, path, lines);
    return line ? `${file}:${line}` : file;
  };
  return { file, value, where };
}

/**
 * @param {import('yaml').Document} document
 * @param {string} file
 * @returns {any}
 */
function toValue(document, file) {
  try {
    return document.toJS();
  } catch (cause) {
    throw new ConfigError(`${file}: ${/** @type {Error} */ (cause).message}.`, { cause });
  }
}

/** @param {string} root @param {string} file */
function readText(root, file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read: there is no such file.`, { cause });
  }
}

/**
 * The line of the key or entry at a path, or of its closest parent that stands in the file.
 *
 * @param {unknown} node
 * @param {readonly PropertyKey[]} path
 * @param {LineCounter} lines
 * @returns {number}
 */
function lineOf(node, path, lines) {
  let line = 0;
  for (const step of path) {
    if (isSeq(node)) {
      const entry = node.items[Number(step)];
      if (!isNode(entry) || !entry.range) break;
      line = lines.linePos(entry.range[0]).line;
      node = entry;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (!pair || !isScalar(pair.key) || !pair.key.range) break;
    line = lines.linePos(pair.key.range[0]).line;
    node = pair.value;
  }
  return line;
}
