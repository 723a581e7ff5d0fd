import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const CORE = '@tensorflow/tfjs-core';
const folder = new URL('./dist/', `file://${require.resolve(`${CORE}/package.json`)}`).href;
const COMMONJS = 'commonjs-names:';

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier === CORE) return found(`${folder}index.js`);
  if (specifier.startsWith(`${CORE}/dist/`)) {
    return found(withExtension(folder + specifier.slice(`${CORE}/dist/`.length)));
  }
  if (!context.parentURL?.startsWith(folder)) return next(specifier, context);
  if (specifier.startsWith('.'))
    return found(withExtension(new URL(specifier, context.parentURL).href));
  return found(COMMONJS + specifier);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (url.startsWith(COMMONJS)) return commonJs(url.slice(COMMONJS.length));
  if (!url.startsWith(folder)) return next(url, context);
  // Its package.json does not say that these files are modules.
  return next(url, { ...context, format: 'module' });
}

/** @param {string} url */
function found(url) {
  return { url, shortCircuit: true };
}

/** @param {string} url */
function withExtension(url) {
  return [url, `${url}.js`, `${url}/index.js`].find(
    (candidate) => candidate.endsWith('.js') && existsSync(new URL(candidate))
  );
}

/** A CommonJS module with all its names, of which Node itself finds only some. @param {string} name */
function commonJs(name) {
  const names = Object.keys(require(name)).filter(
    (key) => /^[A-Za-z]\w*$/.test(key) && key !== 'default'
  );
  const path = JSON.stringify(require.resolve(name));
  const source = `import { createRequire } from 'node:module';
const found = createRequire(${path})(${path});
export default found;
export const { ${names.join(', ')} } = found;`;
  return { format: 'module', source, shortCircuit: true };
}
