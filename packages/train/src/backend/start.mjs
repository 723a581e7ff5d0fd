// @ts-check
// node start.mjs <backend> <provider>: starts a backend with native code; if that fails, prints why and ends with 1.
import { createRequire } from 'node:module';
import { packageFolder } from './packages.mjs';

const require = createRequire(import.meta.url);

/** The smallest ONNX model, y = x for one float32 number. */
const IDENTITY =
  'CAkSEHRmanMtb25ueHJ1bnRpbWU6NgoQCgF4EgF5IghJZGVudGl0eRIIcmVjb3JkZWRaCwoBeBIGCgQIARIAYgsKAXkSBgoECAESAEIECgAQFA==';

/** @type {Record<string, (dir: string, provider: string) => Promise<void>>} */
const STARTS = {
  async 'tensorflow-gpu'(dir) {
    const tf = require(dir);
    await tf.ready();
    // Without CUDA the package computes on the processor, slower than the other backends do.
    if (!tf.backend().isUsingGpuDevice) throw new Error('it finds no GPU');
  },
  async onnxruntime(dir, provider) {
    const { env, InferenceSession } = require(dir);
    // What goes wrong is thrown; without this it is printed as well.
    env.logLevel = 'fatal';
    const options = { executionProviders: [provider], logSeverityLevel: 4 };
    const session = await InferenceSession.create(Buffer.from(IDENTITY, 'base64'), options);
    await session.release();
  },
};

const [name = '', provider = 'cpu'] = process.argv.slice(2);
try {
  const dir = packageFolder(/** @type {import('./packages.mjs').BackendName} */ (name)) ?? name;
  await STARTS[name]?.(dir, provider);
} catch (error) {
  const [reason] = /** @type {Error} */ (error).message.split('\n');
  console.log(reason);
  process.exitCode = 1;
}
