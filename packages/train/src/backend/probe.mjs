// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('start.mjs', import.meta.url));

/** Milliseconds after which a driver that hangs is given up. */
const LONGEST = 60_000;

/**
 * Why an installed backend cannot start here.
 *
 * Native code is tried in a process of its own: it may end the process, and what it has once loaded
 * stays.
 *
 * @param {import('./packages.mjs').BackendName} name
 * @param {import('./packages.mjs').Provider} provider Of onnxruntime.
 * @returns {string | undefined} A clause; undefined if it can.
 */
export function whyNot(name, provider) {
  if (name === 'wasm' || name === 'cpu') return undefined;
  const { status, signal, stdout } = spawnSync(process.execPath, [START, name, provider], {
    encoding: 'utf8',
    timeout: LONGEST,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status === 0) return undefined;
  const [reason = ''] = (stdout ?? '').trim().split('\n').slice(-1);
  return reason || `its process ended with ${signal ?? `exit code ${status}`}`;
}
