// The stage "baseline" as a program of its own, in plain Node: M_T2 by golden-section search, slow and short.
//
//     node baseline.mjs --config config.json --input contaminate.events=events.csv --out DIR
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    config: { type: 'string' },
    input: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
});
const { mC } = JSON.parse(readFileSync(values.config, 'utf8'));
const source = values.input.find((item) => item.startsWith('contaminate.events=')).split('=')[1];

/** Minimum of a convex function between two points. */
function minimum(f, low, high, steps = 60) {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [x1, x2] = [high - golden * (high - low), low + golden * (high - low)];
  let [f1, f2] = [f(x1), f(x2)];
  for (let i = 0; i < steps; i++) {
    if (f1 < f2) {
      [high, x2, f2] = [x2, x1, f1];
      f1 = f((x1 = high - golden * (high - low)));
    } else {
      [low, x1, f1] = [x1, x2, f2];
      f2 = f((x2 = low + golden * (high - low)));
    }
  }
  return Math.min(f1, f2);
}

/** Square of the transverse mass of a visible particle and an invisible one of mass mC. GeV². */
const transverseMassSquared = ({ m2, x, y }, kx, ky) =>
  m2 + mC * mC + 2 * (Math.sqrt(m2 + x * x + y * y) * Math.hypot(mC, kx, ky) - x * kx - y * ky);

/** M_T2: the larger of the two transverse masses, minimised over the splitting of pTmiss. GeV. */
function mt2(v1, v2, missX, missY) {
  const reach =
    10 * (mC + Math.hypot(missX, missY) + Math.hypot(v1.x, v1.y) + Math.hypot(v2.x, v2.y));
  const larger = (kx, ky) =>
    Math.max(transverseMassSquared(v1, kx, ky), transverseMassSquared(v2, missX - kx, missY - ky));
  return Math.sqrt(minimum((kx) => minimum((ky) => larger(kx, ky), -reach, reach), -reach, reach));
}

/** The sum of particles of an event: squared mass and transverse momentum. */
function visible(event, ...roles) {
  const sum = (component) =>
    roles.reduce((total, role) => total + Number(event[`${role}_${component}`]), 0);
  const [e, x, y, z] = ['E', 'px', 'py', 'pz'].map(sum);
  return { m2: Math.max(0, e * e - x * x - y * y - z * z), x, y };
}

const out = createWriteStream(join(values.out, 'events.csv'));
out.write('event,mt2_b,mt2_ab\n');
let names;
for await (const line of createInterface({ input: createReadStream(source) })) {
  const cells = line.split(',');
  if (!names) {
    names = cells;
    continue;
  }
  const event = Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  const [missX, missY] = [Number(event.ptmiss_x), Number(event.ptmiss_y)];
  const b = mt2(visible(event, 'b1'), visible(event, 'b2'), missX, missY);
  const ab = mt2(visible(event, 'a1', 'b1'), visible(event, 'a2', 'b2'), missX, missY);
  out.write(`${event.event},${b},${ab}\n`);
}
out.end();

// Masses from the whole sample are left to others.
const measurements = { schemaVersion: 1, likelihood: null, solvability: null };
writeFileSync(join(values.out, 'measurements.json'), `${JSON.stringify(measurements)}\n`);
