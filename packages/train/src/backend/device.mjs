// @ts-check
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/**
 * The device behind a provider: native code takes other instructions, and so gives other last bits, on
 * another one.
 *
 * @param {import('./packages.mjs').Provider} provider
 * @returns {string} E.g. `AMD EPYC 7763 64-Core Processor`; `unknown device` if nothing tells.
 */
export function deviceOf(provider) {
  if (provider === 'cuda') return nvidiaGpu() ?? 'unknown device';
  const [cpu] = provider === 'cpu' ? cpus() : [];
  return cpu?.model.trim() || 'unknown device';
}

/** The first GPU that NVIDIA's driver lists. */
function nvidiaGpu() {
  try {
    const words = ['--query-gpu=name,driver_version', '--format=csv,noheader'];
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
    const text = execFileSync('nvidia-smi', words, { encoding: 'utf8', stdio: [...stdio] });
    const [first = ''] = text.split('\n');
    const [name = '', driver = ''] = first.split(',').map((part) => part.trim());
    return name === '' ? undefined : `${name} (driver ${driver})`;
  } catch {
    return undefined;
  }
}
