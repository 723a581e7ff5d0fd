// @ts-check
import { availableParallelism } from 'node:os';
import { deviceOf } from './device.mjs';
import { PACKAGES, packageFolder, readManifest } from './packages.mjs';
import { whyNot } from './probe.mjs';

/** @typedef {import('./packages.mjs').BackendName} BackendName */
/** @typedef {import('./packages.mjs').Provider} Provider */

/**
 * @typedef {object} BackendSettings
 * @property {'auto' | BackendName} backend
 * @property {Provider} provider
 * @property {'auto' | number} threads
 */

/**
 * @typedef {object} Backend A backend that can start here, with all of it that decides the last bits of a result.
 * @property {BackendName} name
 * @property {string} version Of the npm package in `PACKAGES`.
 * @property {Provider} [provider] Of onnxruntime.
 * @property {number} [threads] Of onnxruntime.
 * @property {string} [device] Processor or GPU; absent where results do not depend on it.
 */

/**
 * @typedef {object} Choice
 * @property {Backend | undefined} backend Undefined if none can start.
 * @property {string[]} problems Why those before it were passed over, one clause each.
 */

/**
 * Chooses a backend. One with native code is really started: what is installed need not load, and what
 * loads need not find its device.
 *
 * @param {BackendSettings} settings Backend `auto` takes the first of tensorflow-gpu, onnxruntime and wasm that
 *  starts, never cpu; only onnxruntime if another provider than cpu is asked for. One asked for by name is taken
 *  or refused.
 * @returns {Choice}
 */
export function chooseBackend(settings) {
  /** @type {string[]} */
  const problems = [];
  for (const name of namesFor(settings)) {
    const dir = packageFolder(name);
    const problem =
      dir === undefined ? `${PACKAGES[name]} is not installed` : whyNot(name, settings.provider);
    if (dir !== undefined && problem === undefined) {
      return { backend: describe(name, readManifest(dir).version, settings), problems };
    }
    // Not to have what is optional is no news.
    const silent = settings.backend === 'auto' && name === 'tensorflow-gpu' && dir === undefined;
    if (!silent) problems.push(`${name} does not start: ${problem}`);
  }
  return { backend: undefined, problems };
}

/** @param {BackendSettings} settings @returns {BackendName[]} */
function namesFor({ backend, provider }) {
  if (backend !== 'auto') return [backend];
  return provider === 'cpu' ? ['tensorflow-gpu', 'onnxruntime', 'wasm'] : ['onnxruntime'];
}

/**
 * @param {BackendName} name
 * @param {string} version
 * @param {BackendSettings} settings
 * @returns {Backend}
 */
function describe(name, version, { provider, threads }) {
  if (name === 'tensorflow-gpu') return { name, version, device: deviceOf('cuda') };
  // One thread and portable arithmetic: the same bits on every machine.
  if (name !== 'onnxruntime') return { name, version };
  const number = threads === 'auto' ? availableParallelism() : threads;
  return { name, version, provider, threads: number, device: deviceOf(provider) };
}

/**
 * A backend in one line.
 *
 * @param {Backend} backend
 * @returns {string} E.g. `onnxruntime 1.30.0, cpu, 2 threads, AMD EPYC 7763 64-Core Processor`, or `wasm 4.22.0`.
 */
export function backendLine({ name, version, provider, threads, device }) {
  const parts = [`${name} ${version}`];
  if (provider !== undefined) parts.push(provider);
  if (threads !== undefined) parts.push(threads === 1 ? '1 thread' : `${threads} threads`);
  if (device !== undefined) parts.push(device);
  return parts.join(', ');
}
