// @ts-check
/**
 * node backend-candidates.mjs [backend] [provider] [threads]: prints the backend that these settings of
 * train stand for on this machine, in one line.
 *
 * Plain JavaScript, because it is run before anything is built: the line is part of the key under which
 * a training is kept. The stage makes its choice by the same functions, and then loads that or nothing.
 * `--install NAME [PROVIDER]` prints how to install a backend.
 */
import { backendLine, chooseBackend } from './backend/choice.mjs';
import { PACKAGES, installCommand } from './backend/packages.mjs';

/** @typedef {import('./backend/choice.mjs').BackendSettings} BackendSettings */

const words = process.argv.slice(2);
const install = words[0] === '--install';
if (install) words.shift();
const [name = 'auto', provider = 'cpu', threads = 'auto'] = words;
console.log(name === 'auto' || name in PACKAGES ? answer() : `unavailable: no backend ${name}`);

function answer() {
  const settings = /** @type {BackendSettings} */ ({
    backend: name,
    provider,
    threads: threads === 'auto' ? threads : Number(threads),
  });
  if (install) {
    const wanted = settings.backend === 'auto' ? 'onnxruntime' : settings.backend;
    return installCommand(wanted, settings.provider);
  }
  const { backend, problems } = chooseBackend(settings);
  return backend === undefined ? `unavailable: ${problems.join('; ')}` : backendLine(backend);
}
