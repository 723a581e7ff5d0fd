// @ts-check
/**
 * Reads a Les Houches Event file with @deelema/events and prints events, sum of weights, times and peak memory:
 *
 *     node read.mjs FILE
 */
import { findTopology, readLhe } from '@deelema/events';

const [path = ''] = process.argv.slice(2);
const [start, cpu] = [performance.now(), process.cpuUsage()];
let [events, weights] = [0, 0];
for await (const batch of readLhe(path, { topology: await findTopology(path), maxUnmatched: 1 })) {
  events += batch.length;
  batch.columns.weight?.forEach((weight) => (weights += weight));
}
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    events,
    weights,
    wall: (performance.now() - start) / 1e3,
    cpu: (used.user + used.system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  })
);
