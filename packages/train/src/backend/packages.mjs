// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'tensorflow-gpu' | 'onnxruntime' | 'wasm' | 'cpu'} BackendName */
/** @typedef {'cpu' | 'cuda' | 'webgpu'} Provider What carries out the graphs of onnxruntime. */

/** The npm package of each backend: the one with its compiled code. */
export const PACKAGES = /** @type {const} */ ({
  'tensorflow-gpu': '@tensorflow/tfjs-node-gpu',
  onnxruntime: 'onnxruntime-node',
  wasm: '@tensorflow/tfjs-backend-wasm',
  cpu: '@tensorflow/tfjs-backend-cpu',
});

const ENGINE = '@deelema/tfjs-onnxruntime';
const require = createRequire(import.meta.url);

/**
 * Folder of a backend's npm package.
 *
 * @param {BackendName} name
 * @returns {string | undefined} Undefined if it is not installed.
 */
export function packageFolder(name) {
  try {
    // onnxruntime-node belongs to the package that drives it, not to this one.
    const user =
      name === 'onnxruntime' ? createRequire(require.resolve(`${ENGINE}/package.json`)) : require;
    return dirname(user.resolve(`${PACKAGES[name]}/package.json`));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} dir Folder of a package.
 * @returns {{ version: string, dependencies?: Record<string, string>, peerDependencies?: Record<string, string> }}
 */
export function readManifest(dir) {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

/** The library for CUDA is too large for the npm registry. Works where npm is told to run no scripts, too. */
const FETCH_CUDA = `ONNXRUNTIME_NODE_INSTALL=1 node node_modules/${PACKAGES.onnxruntime}/script/install.js`;

/**
 * How to install a backend, in the version that is used here.
 *
 * `--no-save`, because a changed lock file is a changed program: every stage would run again.
 *
 * @param {BackendName} name
 * @param {Provider} [provider] Of onnxruntime.
 * @returns {string} E.g. `npm install --no-save @tensorflow/tfjs-backend-wasm@4.22.0`.
 */
export function installCommand(name, provider = 'cpu') {
  if (provider === 'cuda') return FETCH_CUDA;
  // A part of this installation: npm takes a package for whole whose library is gone.
  if (name === 'onnxruntime') return 'npm ci';
  const { dependencies, peerDependencies } = readManifest(
    fileURLToPath(new URL('../..', import.meta.url))
  );
  const version = { ...dependencies, ...peerDependencies }[PACKAGES[name]];
  // Its install script fetches its native library.
  const scripts = name === 'tensorflow-gpu' ? ' --ignore-scripts=false' : '';
  return `npm install --no-save${scripts} ${PACKAGES[name]}@${version}`;
}
