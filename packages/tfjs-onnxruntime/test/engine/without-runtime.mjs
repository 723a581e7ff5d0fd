// Makes `import 'onnxruntime-node'` fail as it does where its native library is missing.
import { register } from 'node:module';

const hooks = `export async function resolve(specifier, context, next) {
  if (specifier !== 'onnxruntime-node') return next(specifier, context);
  throw new Error('Cannot find module onnxruntime_binding.node\\nRequire stack: …');
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
