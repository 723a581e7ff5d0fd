import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));

/** What a user's first program looks like; data on a plane, so that the answer is known. */
const PROGRAM = `
import * as tf from '@tensorflow/tfjs';
import { exportOnnx, loadOnnx, useOnnxRuntime } from '@deelema/tfjs-onnxruntime';

await useOnnxRuntime();
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' });
const x = tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]);
const y = tf.tensor2d([[1], [4], [3], [6]]);
await model.fit(x, y, { epochs: 400, shuffle: false });
await exportOnnx(({ x }) => model.predict(x), { x: { shape: [null, 2] } }, 'plane.onnx');
const onnx = await loadOnnx('plane.onnx');
const { output } = await onnx.run({ x: { data: Float32Array.of(2, 3), shape: [1, 2] } });
const inTf = await model.predict(tf.tensor2d([[2, 3]])).data();
console.log(JSON.stringify({ backend: tf.getBackend(), onnx: output.data[0], inTf: inTf[0] }));
`;

/** npm without what it is told by the npm that may have started this test. */
function npm(args: readonly string[], cwd: string): Promise<{ stdout: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(inherited), npm_config_update_notifier: 'false' };
  return run('npm', args, { cwd, env, shell: process.platform === 'win32' });
}

/** The name that npm gives the archive of this version. */
let archive = '';

beforeAll(async () => {
  expect(existsSync(join(root, 'dist', 'index.js')), 'npm run build comes first').toBe(true);
  const packed = await npm(['pack', '--json', '--pack-destination', folder], root);
  // npm 12 gives an object by package name where npm 10 and 11 give a list.
  const [{ filename }] = Object.values(JSON.parse(packed.stdout) as Record<string, Packed>);
  archive = filename;
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await npm(['install', ...quiet, `./${archive}`, '@tensorflow/tfjs@4.22.0'], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Packed {
  readonly filename: string;
}

it('trains and exports a model in plain node, from what npm publishes alone', async () => {
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  // Nothing that would show node the workspace's sources.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder, env });
  const { backend, onnx, inTf } = JSON.parse(stdout.trim().split('\n').at(-1)!) as {
    backend: string;
    onnx: number;
    inTf: number;
  };
  expect(backend).toBe('onnxruntime');
  // y = 1 + 2 x₁ + 3 x₂, which has no rest on the four points; Adam at rate 0.1 ends within 0.1 of it.
  expect(Math.abs(onnx - 14)).toBeLessThan(0.1);
  // Two roundings of float32 at 14.
  expect(Math.abs(onnx - inTf)).toBeLessThan(4e-6);
});

it.each(['README.md', 'dist/index.d.ts', 'package.json'])('holds %s', (path) => {
  const installed = join(folder, 'node_modules', '@deelema', 'tfjs-onnxruntime');
  expect(existsSync(join(installed, path))).toBe(true);
});

it('holds neither sources nor tests', () => {
  const installed = join(folder, 'node_modules', '@deelema', 'tfjs-onnxruntime');
  expect(existsSync(join(installed, 'dist'))).toBe(true);
  expect(existsSync(join(installed, 'src'))).toBe(false);
  expect(existsSync(join(installed, 'test'))).toBe(false);
});
