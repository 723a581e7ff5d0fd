// @ts-check
/**
 * The codes that are timed: ours, and those in C++ of which a source is given.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Peer
 * @property {'ours' | 'Lester–Nachman' | 'YAM2'} kind
 * @property {string} name
 * @property {string[]} command
 * @property {string[]} settings Last arguments, after the problem.
 * @property {(variable: string, subsystem: string) => boolean} has
 */

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** @type {Peer} */
export const ours = {
  kind: 'ours',
  name: 'ours',
  command: [process.execPath, here('peer.mjs')],
  settings: [],
  has: () => true,
};

/**
 * Compiles the peers in C++.
 *
 * @param {string} folder Where to put them.
 * @param {string | undefined} header Of Lester and Nachman's M_T2.
 * @param {string | undefined} yam2 Folder of YAM2, sources in `src`.
 * @returns {Peer[]}
 */
export function compile(folder, header, yam2) {
  /** @type {Peer[]} */
  const peers = [];
  if (header !== undefined) {
    const program = join(folder, 'lester_nachman');
    const silent = ['-DENABLE_INLINING', '-DDISABLE_COPYRIGHT_PRINTING', '-include', header];
    gpp([...silent, here('lester_nachman.cpp'), '-o', program]);
    const has = (/** @type {string} */ variable) => variable === 'mt2';
    for (const precision of ['0', '1e-3']) {
      const at = precision === '0' ? 'machine precision' : `${precision} GeV`;
      const name = `Lester–Nachman, ${at}`;
      peers.push({ kind: 'Lester–Nachman', name, command: [program], settings: [precision], has });
    }
  }
  if (yam2 !== undefined) {
    const program = join(folder, 'yam2');
    const src = join(yam2, 'src');
    const sources = readdirSync(src).filter((name) => name.endsWith('.cc'));
    const paths = sources.map((name) => join(src, name));
    gpp([`-I${src}`, here('yam2.cpp'), ...paths, '-lnlopt', '-o', program]);
    /** @type {Peer['has']} */
    const has = (variable, subsystem) => variable === 'm2cc' && subsystem === 'ab';
    for (const tolerance of ['1e-3', '1e-6']) {
      const name = `YAM2, eps ${tolerance}`;
      peers.push({ kind: 'YAM2', name, command: [program], settings: [tolerance], has });
    }
  }
  return peers;
}

/** @param {string[]} options */
function gpp(options) {
  const { status, error } = spawnSync('g++', ['-O3', '-march=native', '-std=c++20', ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) throw error ?? new Error(`g++ ${options.join(' ')} failed.`);
}

/**
 * Starts a peer, which then waits.
 *
 * @param {Peer} peer
 * @param {string[]} problem Its first arguments.
 */
export function start({ name, command: [program = '', ...first], settings }, problem) {
  const child = spawn(program, [...first, ...problem, ...settings], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /**
     * @param {number} passes
     * @returns {Promise<number>} CPU seconds of one.
     */
    async pass(passes) {
      child.stdin.write(`${passes}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended early.`);
      return JSON.parse(value).seconds;
    },
    end: () => child.stdin.end(),
  };
}
