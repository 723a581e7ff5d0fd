// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './errors.mjs';
import { isFile } from './swap-files.mjs';

/** @typedef {import('./swap.mjs').Swap} Swap */

/**
 * @typedef {object} Code What a stage is made of.
 * @property {string[]} dirs Folders of workspace packages, relative to the workspace.
 * @property {string[]} npm Names of the installed npm packages they use directly.
 */

const SCOPE = '@deelema/';

/**
 * What a stage is made of: its package, the workspace packages that one uses, and their npm packages.
 *
 * @param {string} root The workspace.
 * @param {string} stage
 * @param {Swap | undefined} swap
 * @returns {Code}
 * @throws {ConfigError} if `use` names a package that is not installed.
 */
export function stageCode(root, stage, swap) {
  if (!swap) return closure(root, [SCOPE + stage]);
  if ('run' in swap || isFile(swap.use)) return closure(root, [`${SCOPE}stage`]);
  return closure(root, [`${SCOPE}stage`, swap.use]);
}

/**
 * @param {string} root
 * @param {readonly string[]} packages
 * @returns {Code}
 */
function closure(root, packages) {
  /** @type {Set<string>} */ const dirs = new Set();
  /** @type {Set<string>} */ const npm = new Set();
  const queue = [...packages];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const dir = workspaceDir(root, name);
    if (dir === undefined) {
      npm.add(installed(root, name));
    } else if (!dirs.has(dir)) {
      dirs.add(dir);
      queue.push(...dependencies(root, dir));
    }
  }
  return { dirs: [...dirs].sort(), npm: [...npm].sort() };
}

/** @param {string} root @param {string} name @returns {string | undefined} */
function workspaceDir(root, name) {
  const dir = `packages/${name.split('/').pop()}`;
  const file = join(root, dir, 'package.json');
  if (!existsSync(file) || readJson(file).name !== name) return undefined;
  return dir;
}

/** @param {string} root @param {string} dir @returns {string[]} Without optional peers that are not in the lock file. */
function dependencies(root, dir) {
  const { dependencies = {}, peerDependencies = {} } = readJson(join(root, dir, 'package.json'));
  const { packages } = readJson(join(root, 'package-lock.json'));
  const peers = Object.keys(peerDependencies).filter((name) => `node_modules/${name}` in packages);
  return [...Object.keys(dependencies), ...peers];
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} root @param {string} name */
function installed(root, name) {
  if (existsSync(join(root, 'node_modules', name))) return name;
  throw new ConfigError(
    `The package "${name}" is not installed: run npm install ${name}, or mend its name.`
  );
}
