import { useOnnxRuntime } from '@deelema/tfjs-onnxruntime';
import { loadOnnx } from '@deelema/tfjs-onnxruntime';
import { expect, it } from 'vitest';
import { join } from 'node:path';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { loadModel, readModelDirectory, solveEvents, writeModelDirectory } from '../src/index.ts';
import { densityDescription, paperDescription, sampleEvents, weightsOf, JETS } from './support.ts';

for (const description of [paperDescription(), densityDescription(), densityDescription({resolution: {a1: JETS, a2: JETS}, ptmissResolution: 10})]) {
it('works', async () => {
  await useOnnxRuntime({ threads: 1 });
  const dir = temporaryFolder();
  const events = await sampleEvents(300);
  let t = performance.now();
  await writeModelDirectory(dir, description, weightsOf(description));
  console.log('write', performance.now() - t);
  const { record, weights } = await readModelDirectory(dir);
  const model = loadModel(record, weights);
  t = performance.now();
  const out = await solveEvents(model, events);
  console.log('solve', performance.now() - t);
  t = performance.now();
  await solveEvents(model, events);
  console.log('solve again', performance.now() - t);
  const med = (c: ArrayLike<number>) => [...Array.from(c)].sort((a, b) => a - b)[150];
  for (const [n, c] of Object.entries(out.columns)) console.log(n, med(c), c[0], c[1]);
  const onnx = await loadOnnx(join(dir, 'model.onnx'), { threads: 1 });
  console.log(onnx.inputs, onnx.outputs);
  const V = ['a1', 'a2', 'b1', 'b2'];
  const visible = new Float32Array(300 * 16), ptmiss = new Float32Array(600);
  for (let i = 0; i < 300; ++i) {
    V.forEach((r, j) => ['E', 'px', 'py', 'pz'].forEach((p, k) => (visible[i * 16 + j * 4 + k] = events.columns[`${r}_${p}`][i])));
    ptmiss[2 * i] = events.columns.ptmiss_x[i];
    ptmiss[2 * i + 1] = events.columns.ptmiss_y[i];
  }
  t = performance.now();
  const got = await onnx.run({ visible: { data: visible, shape: [300, 4, 4] }, ptmiss: { data: ptmiss, shape: [300, 2] } });
  console.log('onnx', performance.now() - t);
  const diffs = [];
  for (let i = 0; i < 300; ++i) {
    let d = 0;
    ['E', 'px', 'py', 'pz'].forEach((p, k) => {
      for (const q of ['k1', 'k2']) d = Math.max(d, Math.abs(Number(got[q].data[4 * i + k]) - out.columns[`${q}_${p}`][i]));
    });
    let dm = 0; ['m_A1', 'm_A2', 'm_B1', 'm_B2'].forEach((p, k) => { dm = Math.max(dm, Math.abs(Number(got.masses.data[4 * i + k]) - out.columns[p][i])) });
    diffs.push([d, dm, out.columns.pairing ? Math.abs(Number(got.pairing.data[i]) - out.columns.pairing[i]) : 0, got.log_density ? Math.abs(Number(got.log_density.data[i]) - out.columns.log_density[i]) : 0]);
  }
  for (let c = 0; c < 4; ++c) { const s = diffs.map((d) => d[c]).sort((a, b) => a - b); console.log('diff', c, s[150], s[270], s[290], s[299]); }
  expect(1).toBe(1);
});
}
