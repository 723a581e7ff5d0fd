// @ts-check
/**
 * Which TensorFlow.js backend a setting stands for, found without loading any.
 *
 * Plain JavaScript, because it is also run by itself before anything is built: the line that
 * `node backend-candidates.mjs auto` prints is part of the key under which a training is kept, so
 * that installing another backend is noticed. `--install NAME` prints how to install one.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'tensorflow-gpu' | 'wasm' | 'cpu'} BackendName */
/** @typedef {'auto' | BackendName} BackendChoice */
/** @typedef {{ name: BackendName, version: string, dir: string }} Candidate An installed backend and its folder. */

/** The npm package of each backend. */
export const PACKAGES = /** @type {const} */ ({
  'tensorflow-gpu': '@tensorflow/tfjs-node-gpu',
  wasm: '@tensorflow/tfjs-backend-wasm',
  cpu: '@tensorflow/tfjs-backend-cpu',
});

/**
 * The installed backends that a setting allows, the preferred one first.
 *
 * @param {BackendChoice} choice `auto` never falls back to `cpu`.
 * @returns {Candidate[]} Empty if none is installed.
 */
export function candidates(choice) {
  /** @type {BackendName[]} */
  const names = choice === 'auto' ? ['tensorflow-gpu', 'wasm'] : [choice];
  return names.flatMap((name) => installed(name) ?? []);
}

/**
 * @param {BackendName} name
 * @returns {Candidate | undefined}
 */
function installed(name) {
  const manifest = findManifest(PACKAGES[name]);
  if (manifest === undefined) return undefined;
  const dir = dirname(manifest);
  // The native library is fetched by an install script; without it the package is an empty shell.
  if (name === 'tensorflow-gpu' && !existsSync(join(dir, 'lib'))) return undefined;
  return { name, version: JSON.parse(readFileSync(manifest, 'utf8')).version, dir };
}

/** @param {string} name */
function findManifest(name) {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

/**
 * The one line that stands for a setting.
 *
 * @param {string} choice
 * @returns {string} E.g. `wasm 4.22.0`, or `unavailable: …`.
 */
export function describeChoice(choice) {
  if (choice !== 'auto' && !(choice in PACKAGES)) return `unavailable: unknown backend ${choice}`;
  const [first] = candidates(/** @type {BackendChoice} */ (choice));
  return first === undefined ? `unavailable: ${choice}` : `${first.name} ${first.version}`;
}

/**
 * How to install a backend, in the version that this package is made for.
 *
 * `--no-save`, because a changed lock file is a changed program: every stage would run again.
 *
 * @param {BackendName} name
 * @returns {string} E.g. `npm install --no-save @tensorflow/tfjs-backend-wasm@4.22.0`.
 */
export function installCommand(name) {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  );
  const packageName = PACKAGES[name];
  const version = { ...dependencies, ...peerDependencies }[packageName];
  return `npm install --no-save ${packageName}@${version}`;
}

if (process.argv[1] !== undefined && isThisFile(process.argv[1])) {
  const [first = 'auto', name] = process.argv.slice(2);
  const asked = first === '--install';
  console.log(asked ? installCommand(/** @type {BackendName} */ (name)) : describeChoice(first));
}

/** @param {string} path */
function isThisFile(path) {
  return existsSync(path) && realpathSync(path) === fileURLToPath(import.meta.url);
}
