// @ts-check
/**
 * Times the reader of Les Houches Event files beside Python's gzip, split and float, on the same file in turns:
 *
 *     node bench/lhe/run.mjs [FILE.lhe.gz] [--copies 24] [--rounds 3] [--python python3]
 *
 * Run it after `npm run build`, on a machine that does nothing else. Without a file, the committed t t̄ sample is
 * repeated to some 220 MB in a temporary folder. Rates are uncompressed megabytes (10⁶ bytes); "per core" divides by
 * the processor time of all threads. Every reading is a process of its own, so that its peak memory is its own.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { writeRepeated, writeUnpacked } from './files.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    copies: { type: 'string', default: '24' },
    rounds: { type: 'string', default: '3' },
    python: { type: 'string', default: 'python3' },
  },
});
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const SAMPLE = here('../../datasets/samples/ttbar-dilepton-13tev.lhe.gz');

/** @typedef {{ events: number, weights: number, wall: number, cpu: number, peakBytes: number }} Reading */
/** @typedef {{ name: string, command: string[] }} Reader */

/** @type {Reader[]} */
const readers = [{ name: '@deelema/events', command: [process.execPath, here('read.mjs')] }];
const { status, stdout } = spawnSync(values.python, ['--version'], { encoding: 'utf8' });
if (status === 0) {
  readers.push({ name: stdout.trim(), command: [values.python, here('python_peer.py')] });
} else console.log(`There is no ${values.python}, so nothing to compare with.`);

const folder = mkdtempSync(join(tmpdir(), 'deelema-bench-'));
try {
  const [given] = positionals;
  const packed = given ?? join(folder, 'events.lhe.gz');
  if (given === undefined) writeRepeated(SAMPLE, packed, Number(values.copies));
  const plain = join(folder, 'events.lhe');
  await writeUnpacked(packed, plain);
  await report([packed, plain], statSync(plain).size);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {string[]} files
 * @param {number} bytes
 */
async function report(files, bytes) {
  const { version } = process;
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${version}, ${values.rounds} rounds`
  );
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB uncompressed; gunzip alone ${await unpackRate(files[0] ?? '', bytes)} MB/s\n`
  );
  console.log('| reader | file | MB/s, best | MB/s per core | events/s | peak memory, MB |');
  console.log('|---|---|---|---|---|---|');
  /** @type {string[]} */
  const ratios = [];
  for (const file of files) {
    const best = measure(file);
    best.forEach(({ events, wall, cpu, peakBytes }, k) => {
      const cells = [bytes / 1e6 / wall, bytes / 1e6 / cpu, events / wall, peakBytes / 1e6];
      const kind = file.endsWith('.gz') ? '.lhe.gz' : '.lhe';
      console.log(`| ${[readers[k]?.name, kind, ...cells.map((x) => x.toFixed(0))].join(' | ')} |`);
    });
    const [ours, python] = best;
    if (ours === undefined || python === undefined) continue;
    if (ours.events !== python.events || ours.weights !== python.weights) {
      throw new Error(`${file}: the readers do not agree on events and weights.`);
    }
    const [wall, cpu] = [python.wall / ours.wall, python.cpu / ours.cpu].map((x) => x.toFixed(1));
    ratios.push(
      `${file.endsWith('.gz') ? '.lhe.gz' : '.lhe'}: ${wall} times Python's rate, ${cpu} times per core`
    );
  }
  console.log(`\n${ratios.join('\n')}`);
}

/**
 * The fastest readings of a file, reader by reader.
 *
 * @param {string} file
 * @returns {Reading[]}
 */
function measure(file) {
  /** @type {Reading[][]} */
  const found = readers.map(() => []);
  for (let round = 0; round < Number(values.rounds); round++) {
    readers.forEach(({ command: [program = '', ...args] }, k) => {
      const child = spawnSync(program, [...args, file], { encoding: 'utf8' });
      if (child.status !== 0) throw new Error(child.stderr);
      found[k]?.push(JSON.parse(child.stdout));
    });
  }
  return found.map((readings) => readings.reduce((a, b) => (a.wall < b.wall ? a : b)));
}

/**
 * What unpacking alone allows: MB/s of zlib in its own thread.
 *
 * @param {string} file
 * @param {number} bytes
 */
async function unpackRate(file, bytes) {
  const start = performance.now();
  const unpacked = createReadStream(file, { highWaterMark: 1 << 18 }).pipe(
    createGunzip({ chunkSize: 1 << 20 })
  );
  await finished(unpacked.resume());
  return (bytes / 1e3 / (performance.now() - start)).toFixed(0);
}
