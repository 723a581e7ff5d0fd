// @ts-check
/**
 * Times one DeeLeMa training step on every engine of this machine, in turns, and compares:
 *
 *     node bench/training-step/run.mjs [--batch 2048] [--threads 2] [--rounds 7] [--python python3] [--json FILE]
 *
 * Run it after `npm run build`, on a machine that does nothing else. Every engine is a process of its
 * own that waits while another one works. PyTorch takes part if the given Python has it; set the BLAS
 * library that it finds there, which decides its speed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { flopsPerEvent } from './problem.mjs';

const { values } = parseArgs({
  options: {
    batch: { type: 'string', default: '2048' },
    threads: { type: 'string', default: String(availableParallelism()) },
    rounds: { type: 'string', default: '7' },
    python: { type: 'string', default: 'python3' },
    json: { type: 'string' },
  },
});
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const { batch, threads, python } = values;

/** @typedef {{ name: string, command: string[], batch: number, steps: number }} Peer */

const node = (/** @type {string} */ engine, /** @type {string} */ size = batch) => [
  process.execPath,
  here('tfjs-peer.mjs'),
  engine,
  size,
  threads,
];

/** @type {Peer[]} */
const peers = [
  // Plain JavaScript takes a quarter of a minute for a whole batch.
  { name: 'TF.js cpu', command: node('cpu', '64'), batch: 64, steps: 1 },
  { name: 'TF.js wasm', command: node('wasm'), batch: Number(batch), steps: 2 },
  { name: 'TF.js onnxruntime', command: node('onnxruntime'), batch: Number(batch), steps: 20 },
  {
    name: 'TF.js onnxruntime, compileStep',
    command: node('onnxruntime-compiled'),
    batch: Number(batch),
    steps: 20,
  },
];
const torch = spawnSync(python, ['-c', 'import torch; print(torch.__version__)'], {
  encoding: 'utf8',
  cwd: here('.'),
});
if (torch.status === 0) {
  const command = [python, here('pytorch_peer.py'), batch, threads];
  peers.push({ name: `PyTorch ${torch.stdout.trim()}`, command, batch: Number(batch), steps: 10 });
}
const gemm = { name: 'gemm', command: node('gemm'), batch: 2048, steps: 10 };

const times = await measure([...peers, gemm], Number(values.rounds));
report(times);

/**
 * @param {Peer[]} all
 * @param {number} rounds
 */
async function measure(all, rounds) {
  const running = all.map(({ command: [program, ...args], ...peer }) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    return {
      ...peer,
      child,
      lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    };
  });
  /** @type {Map<string, { batch: number, seconds: number[], loss: number }>} */
  const found = new Map();
  for (let round = 0; round <= rounds; ++round) {
    for (const { name, batch: size, steps, child, lines } of running) {
      child.stdin.write(`${steps}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended early.`);
      const { seconds, loss } = JSON.parse(value);
      // The first round compiles and warms up.
      const entry = found.get(name) ?? { batch: size, seconds: [], loss };
      if (round > 0) entry.seconds.push(seconds / steps);
      found.set(name, entry);
    }
    process.stderr.write(`round ${round} of ${rounds}\n`);
  }
  for (const { child } of running) child.stdin.end();
  return found;
}

/** @param {Awaited<ReturnType<typeof measure>>} found */
function report(found) {
  const product = /** @type {{ seconds: number[] }} */ (found.get('gemm'));
  found.delete('gemm');
  const gigaflops = (10 * 2 * 2048 * 256 * 256) / median(product.seconds) / 1e9;
  const ceiling = (gigaflops * 1e9) / flopsPerEvent();
  const rows = [...found].map(([name, entry]) => {
    const rates = entry.seconds.map((seconds) => entry.batch / seconds);
    return {
      name,
      batch: entry.batch,
      loss: entry.loss,
      min: Math.min(...rates),
      median: median(rates),
      max: Math.max(...rates),
    };
  });
  const pytorch = rows.find(({ name }) => name.startsWith('PyTorch'))?.median;
  const whole = (/** @type {number} */ value) =>
    Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${threads} threads, Node ${process.versions.node}, ${values.rounds} rounds\n`
  );
  console.log(
    '| engine | batch | events/s, median | min | max | of the product rate | of PyTorch |'
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const { name, batch: size, median: rate, min, max } of rows) {
    const ofPytorch = pytorch === undefined ? '' : (rate / pytorch).toPrecision(2);
    console.log(
      `| ${name} | ${size} | ${whole(rate)} | ${whole(min)} | ${whole(max)} | ${(rate / ceiling).toPrecision(2)} | ${ofPytorch} |`
    );
  }
  console.log(
    `\nOne product of 2048 × 256 × 256 on onnxruntime: ${Math.round(gigaflops)} GFLOP/s, or ${whole(ceiling)} events/s if a step were its matrix products alone.`
  );
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ gigaflops, ceiling, threads, rows }, null, 2)}\n`
    );
}

/** @param {number[]} list */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
