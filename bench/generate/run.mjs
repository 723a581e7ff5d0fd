// @ts-check
/**
 * Times the generators, Arrow file included, with one and with all workers, beside a toy in numpy:
 *
 *     node bench/generate/run.mjs [--events 2000000] [--workers 2] [--rounds 5] [--python python3] [--json FILE]
 *     node bench/generate/run.mjs --memory 100000,10000000
 *
 * Run it after `npm run build`, on a machine that does nothing else, with room for the file (212 bytes
 * per event) in the folder for temporary files. Every peer is a process of its own that waits while
 * another one works; numpy takes part if the given Python has it, and writes no file. With `--memory`
 * the toy is made in each of the sizes by a process of its own, which says how much memory it took.
 */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '2000000' },
    workers: { type: 'string', default: String(availableParallelism()) },
    rounds: { type: 'string', default: '5' },
    python: { type: 'string', default: 'python3' },
    memory: { type: 'string' },
    json: { type: 'string' },
  },
});
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @typedef {{ name: string, command: string[] }} Peer */
/** @typedef {{ seconds: number, startUp?: number, resident: number }} Run */

/** Events that numpy makes at once: as a script does before it is tuned, and where its columns stay in the cache. */
const NUMPY_BATCHES = [500_000, 8192];

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}\n`);
if (values.memory) await showMemory(values.memory.split(',').map(Number));
else await compare(Number(values.events), Number(values.rounds));

/** @returns {Peer} */
function generate(/** @type {string} */ source, /** @type {number} */ workers) {
  const command = [process.execPath, here('peer.mjs'), JSON.stringify({ source }), String(workers)];
  return { name: `${source}, ${workers} ${workers > 1 ? 'workers' : 'worker'}`, command };
}

/** @returns {Peer[]} */
function peers() {
  const workers = [...new Set([1, Number(values.workers)])];
  const ours = ['toy', 'ttbar'].flatMap((source) => workers.map((n) => generate(source, n)));
  const { python } = values;
  const numpy = spawnSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
    encoding: 'utf8',
  });
  if (numpy.status === 0) {
    const theirs = NUMPY_BATCHES.map((batch) => ({
      name: `toy in numpy ${numpy.stdout.trim()}, ${whole(batch)} at once, no file`,
      command: [python, here('numpy_peer.py'), String(batch)],
    }));
    return [...ours, ...theirs];
  }
  console.log(`${python} has no numpy: the comparison with it is left out.\n`);
  return ours;
}

/** @param {Peer} peer */
function start({ name, command: [program, ...args] }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    /** @param {number} events @returns {Promise<Run>} */
    async run(events) {
      child.stdin.write(`${events}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended early.`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

/**
 * @param {number} events
 * @param {number} rounds
 */
async function compare(events, rounds) {
  const running = peers().map(start);
  /** @type {Map<string, Run[]>} */
  const found = new Map(running.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; ++round) {
    for (const { name, run } of running) {
      // The first round compiles and warms up.
      const result = await run(round === 0 ? 200_000 : events);
      if (round > 0) found.get(name)?.push(result);
    }
    process.stderr.write(`round ${round} of ${rounds}\n`);
  }
  running.forEach(({ end }) => end());
  report([...found], events);
}

/**
 * @param {[string, Run[]][]} found
 * @param {number} events
 */
function report(found, events) {
  const rows = found.map(([name, runs]) => {
    const rates = runs.map(({ seconds, startUp = 0 }) => events / (seconds - startUp));
    return {
      name,
      rate: median(rates),
      best: Math.max(...rates),
      startUp: median(runs.map(({ startUp = 0 }) => startUp)),
      resident: Math.max(...runs.map(({ resident }) => resident)),
    };
  });
  console.log(`${events} events, ${values.rounds} rounds\n`);
  console.log(
    '| generator | events/s, median | best | before the first event, s | peak memory, MB |'
  );
  console.log('|---|---|---|---|---|');
  for (const { name, rate, best, startUp, resident } of rows) {
    const cells = [name, whole(rate), whole(best), startUp.toFixed(2), whole(resident)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log('');
  for (const numpy of rows.filter(({ name }) => name.includes('numpy'))) {
    for (const { name, rate } of rows.filter(({ name }) => name.startsWith('toy,'))) {
      console.log(`${name}: ${(rate / numpy.rate).toFixed(2)} times ${numpy.name}.`);
    }
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ events, rows }, null, 2)}\n`);
}

/** @param {number[]} sizes */
async function showMemory(sizes) {
  console.log('| events of toy, 1 worker | seconds | peak memory, MB |');
  console.log('|---|---|---|');
  for (const events of sizes) {
    const { run, end } = start(generate('toy', 1));
    const { seconds, resident } = await run(events);
    end();
    console.log(`| ${whole(events)} | ${seconds.toFixed(1)} | ${whole(resident)} |`);
  }
}

/** @param {number} value */
function whole(value) {
  return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
}

/** @param {number[]} list */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
