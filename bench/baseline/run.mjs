// @ts-check
/**
 * Times M_T2 and M_2CC on one core, on toy and t t̄ events made in the run:
 *
 *     node bench/baseline/run.mjs [--events 20000] [--rounds 9] [--json FILE]
 *         [--lester-nachman lester_mt2_bisect_v7.h] [--yam2 FOLDER]
 *
 * Run it after `npm run build`, on a machine that does nothing else. With the header of Lester and Nachman's M_T2
 * (ancillary file of arXiv:1411.4312) and a source folder of YAM2 (arXiv:2007.15537; needs NLopt), g++ makes peers of
 * them, which take turns with ours on the same events: every peer is a process of its own that waits while another one
 * works, and times are CPU times. "Off" counts the events whose value differs from ours by more than 1e-3 of it, "none"
 * those for which the peer gives no number.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, ours, start } from './peers.mjs';
import { readDoubles, writeSample } from './sample.mjs';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '9' },
    'lester-nachman': { type: 'string' },
    yam2: { type: 'string' },
    json: { type: 'string' },
  },
});
const SAMPLES = [
  { source: 'toy', mC: 700 },
  { source: 'ttbar', mC: 0 },
];
const VARIABLES = [
  ['mt2', 'b'],
  ['mt2', 'ab'],
  ['m2cc', 'b'],
  ['m2cc', 'ab'],
];
/** Passes over the events per round, so that each lasts about a tenth of a second. */
const PASSES = { ours: 10, 'Lester–Nachman': 2, YAM2: 1 };

const events = Number(values.events);
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
console.log(`${events} events, ${values.rounds} rounds\n`);
const folder = mkdtempSync(join(tmpdir(), 'deelema-baseline-'));
try {
  await report();
} finally {
  rmSync(folder, { recursive: true });
}

async function report() {
  const foreign = compile(folder, values['lester-nachman'], values.yam2);
  console.log(
    '| sample | variable | code | µs per event, median | best | events/s | ours is faster by | off | none |'
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  const rows = [];
  for (const { source, mC } of SAMPLES) {
    const path = join(folder, `${source}.f64`);
    await writeSample({ source, events }, folder, path);
    for (const [variable = '', subsystem = ''] of VARIABLES) {
      const peers = [ours, ...foreign.filter((peer) => peer.has(variable, subsystem))];
      const results = await compare(peers, [path, variable, subsystem, String(mC)]);
      for (const result of results) rows.push(show({ source, variable, subsystem, ...result }));
    }
  }
  if (foreign.length === 0) {
    console.log(
      '\nGive --lester-nachman and --yam2 to have these codes beside, see the head of run.mjs.'
    );
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ events, rows }, null, 2)}\n`);
}

/**
 * Runs the peers in turns.
 *
 * @param {import('./peers.mjs').Peer[]} peers
 * @param {string[]} problem Events, variable, subsystem, trial mass.
 */
async function compare(peers, [path = '', ...problem]) {
  const running = peers.map((peer, k) => ({
    ...peer,
    ...start(peer, [path, join(folder, `values-${k}`), ...problem]),
    /** @type {number[]} */
    times: [],
  }));
  for (let round = 0; round <= Number(values.rounds); ++round) {
    for (const { kind, pass, times } of running) {
      const seconds = await pass(PASSES[kind]);
      // The first round compiles and warms up.
      if (round > 0) times.push((1e6 * seconds) / events);
    }
  }
  running.forEach(({ end }) => end());
  const reference = readDoubles(join(folder, 'values-0'));
  const first = median(running[0]?.times ?? []);
  return running.map(({ name, times }, k) => {
    const found = readDoubles(join(folder, `values-${k}`));
    const ratio = median(times) / first;
    return {
      name,
      median: median(times),
      best: Math.min(...times),
      ratio,
      ...differences(found, reference),
    };
  });
}

/**
 * @param {Float64Array} found
 * @param {Float64Array} reference
 */
function differences(found, reference) {
  let [off, none] = [0, 0];
  found.forEach((value, i) => {
    const expected = reference[i] ?? NaN;
    if (!(value >= 0)) ++none;
    // Near 0 the precision that peers can reach counts, 1e-2 GeV.
    else if (Math.abs(value - expected) > Math.max(1e-3 * expected, 1e-2)) ++off;
  });
  return { off, none };
}

/** @param {{ source: string, variable: string, subsystem: string, name: string, median: number, best: number, ratio: number, off: number, none: number }} row */
function show(row) {
  const { source, variable, subsystem, name, ratio, off, none } = row;
  const cells = [
    source,
    `${variable} (${subsystem})`,
    name,
    row.median.toFixed(3),
    row.best.toFixed(3),
  ];
  const rate = Math.round(1e6 / row.median)
    .toLocaleString('en')
    .replaceAll(',', ' ');
  console.log(`| ${[...cells, rate, ratio.toFixed(2), off, none].join(' | ')} |`);
  return row;
}

/** @param {number[]} list */
function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}
