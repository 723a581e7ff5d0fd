// Makes TensorFlow.js's core one module per file, as its published tests import it, for every importer.
import { createRequire, register } from 'node:module';

// These files call `require` although they are modules.
Object.assign(globalThis, { require: createRequire(import.meta.url) });
register('./core-modules-hooks.mjs', import.meta.url);
