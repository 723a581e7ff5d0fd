// @ts-check
/**
 * The stage `generate`, Arrow file included: node peer.mjs <settings as JSON> <workers>
 *
 * Waits for lines on stdin, each a number of events, and answers each with one line of JSON:
 * {"seconds": ..., "startUp": ..., "resident": MB}. `startUp` is the part before the first event: parton
 * distributions, envelope and cross-section.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stage } from '@deelema/generate';

const settings = JSON.parse(process.argv[2] ?? '{}');
const workers = Number(process.argv[3]);
const folder = mkdtempSync(join(tmpdir(), 'deelema-generate-'));

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await measure(Number(line))));
}
rmSync(folder, { recursive: true });

/** @param {number} events */
async function measure(events) {
  const begin = performance.now();
  let ready = begin;
  await stage.run({
    config: stage.config.parse({ events, seed: 1, ...settings }),
    inputs: {},
    out: {
      dir: folder,
      path: () => join(folder, 'events.arrow'),
      file: (name) => join(folder, name),
    },
    project: 'bench',
    base: folder,
    scratch: folder,
    workers,
    progress: {
      start: () => (ready = performance.now()),
      add: () => undefined,
      log: () => undefined,
    },
    signal: new AbortController().signal,
  });
  const end = performance.now();
  return {
    seconds: (end - begin) / 1000,
    startUp: (ready - begin) / 1000,
    resident: process.resourceUsage().maxRSS / 1024,
  };
}
