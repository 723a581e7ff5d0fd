// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './digest.mjs';

/**
 * Digest of npm packages and all they depend on, from `package-lock.json`: a change of any version changes it.
 *
 * @param {string} root The workspace.
 * @param {readonly string[]} names Direct dependencies.
 * @returns {string}
 */
export function npmDigest(root, names) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, string>} */ const seen = new Map();
  const queue = names.flatMap((name) => locate(packages, '', name));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    const entry = packages[path];
    seen.set(path, entry.integrity ?? entry.version ?? '');
    const all = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies };
    for (const name of Object.keys(all)) queue.push(...locate(packages, path, name));
  }
  return digest([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Where Node would find a package from another package's folder: the closest `node_modules` upwards.
 *
 * @param {Record<string, unknown>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string[]} Its path in the lock file; empty if it is not there (an optional peer).
 */
function locate(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const path = `${base}${base ? '/' : ''}node_modules/${name}`;
    if (path in packages) return [path];
    if (base === '') return [];
  }
}
