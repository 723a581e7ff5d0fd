// @ts-check
/**
 * Draws the figures of docs/mass-variables.md and prints the numbers of its text:
 *
 *     node scripts/mass-variable-figures.mjs [--events 100000]
 *
 * Run it after `npm run build`. The events of the distributions are made here, with flat decays and seed 1;
 * those of the comparison with a tool stand in test/reference/m2.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  m2cConsColumns,
  m2ConsColumns,
  m2ccColumns,
  m2xcColumns,
  mt2Columns,
} from '@deelema/mass-variables';
import {
  COLOURS,
  DASHES,
  NUMBER_FORMAT,
  drawSvg,
  paintPng,
  panelWidth,
  seriesEncoding,
  stepOutline,
} from '@deelema/plots';
import { antlers } from '../packages/mass-variables/test/evidence/support/antlers.mjs';

const { values } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
const N = Number(values.events);
const WIDTH = 900;
const HEIGHT = 220;
const root = join(import.meta.dirname, '..');

/** @typedef {import('@deelema/plots').Figure} Figure */
/** @typedef {'ab' | 'b'} Subsystem */
/** @typedef {ReturnType<typeof antlers>} Sample */
/** @typedef {{ title: string, low: number, high: number, truth: number, lines: Record<string, Float64Array> }} Panel */

const TOY = { masses: /** @type {const} */ ([1000, 800, 700]) };
const TOP = {
  masses: /** @type {const} */ ([173, 80.419, 0]),
  visible: /** @type {const} */ ([4.7, 0]),
};

await distributions();
await resonance();
await tool();

async function distributions() {
  /** @type {import('@deelema/plots').Series} */
  const series = {
    M_T2: [COLOURS.grey, DASHES.dotted],
    M_2XC: [COLOURS.orange, DASHES.dashed],
    M_2CC: [COLOURS.blue, DASHES.solid],
    truth: [COLOURS.black, DASHES.dashDotted],
  };
  const samples = [
    { name: 'toy', kind: TOY, low: 700 },
    { name: 't t̄', kind: { ...TOP, widths: /** @type {const} */ ([1.4915, 2.0476]) }, low: 0 },
  ];
  const panels = samples.flatMap(({ name, kind, low }) => {
    const sample = antlers(kind, N, 1);
    return subsystems(kind.masses).map(({ subsystem, truth }) => ({
      title: `${name} (${subsystem})`,
      low: subsystem === 'ab' && low === 0 ? 40 : low,
      high: truth + (truth - low) * 0.08,
      truth,
      lines: variables(subsystem, sample),
    }));
  });
  for (const { title, lines, truth } of panels) {
    for (const [name, value] of Object.entries(lines))
      console.log(title, name, summary(value, truth));
  }
  await figure(
    'mass-variables-distributions',
    'Distributions of the mass variables',
    panels,
    series
  );
}

async function resonance() {
  /** @type {import('@deelema/plots').Series} */
  const series = {
    M_T2: [COLOURS.grey, DASHES.dotted],
    M_2Cons: [COLOURS.orange, DASHES.dashed],
    M_2CCons: [COLOURS.blue, DASHES.solid],
    truth: [COLOURS.black, DASHES.dashDotted],
  };
  const mass = 2300;
  const sample = antlers({ ...TOY, resonance: mass }, Math.min(N, 20_000), 1);
  const { events, trial } = sample;
  const panels = subsystems(TOY.masses).map(({ subsystem, truth }) => {
    const cons = m2ConsColumns(subsystem, events, trial, { mass });
    const equal = m2cConsColumns(subsystem, events, trial, { mass });
    console.log(
      `M_2Cons (${subsystem})`,
      statuses(cons.status),
      'M_2CCons',
      statuses(equal.status)
    );
    return {
      title: `Y → A₁A₂, m_Y = ${mass} GeV (${subsystem})`,
      low: 700,
      high: truth + (truth - 700) * 0.08,
      truth,
      lines: {
        M_T2: mt2Columns(subsystem, events, trial),
        M_2Cons: cons.value,
        M_2CCons: equal.value,
      },
    };
  });
  for (const { title, lines, truth } of panels) {
    for (const [name, value] of Object.entries(lines))
      console.log(title, name, summary(value, truth));
  }
  await figure('mass-variables-resonance', 'Mass variables with a known resonance', panels, series);
}

/** How far a tool that minimises numerically is off, from the reference tables. */
async function tool() {
  /** @type {import('@deelema/plots').Series} */
  const series = {
    '(ab), default tolerance': [COLOURS.vermilion, DASHES.solid],
    '(ab), tolerance 1e-6': [COLOURS.vermilion, DASHES.dotted],
    '(b), default tolerance': [COLOURS.blue, DASHES.solid],
    '(b), tolerance 1e-6': [COLOURS.blue, DASHES.dotted],
  };
  const columns = ['yam2_m2CC', 'yam2_m2CC_1e-6', 'yam2_m2CCB', 'yam2_m2CCB_1e-6'];
  const panels = /** @type {const} */ (['toy', 'ttbar']).map((sample) => {
    const table = readTable(`${sample}-values`);
    const points = columns.flatMap((column, k) => {
      const exact = table[column.includes('CCB') ? 'm2cc_b' : 'm2cc_ab'];
      const off = table[column].map((value, i) => value / exact[i] - 1);
      const low = off.filter((e) => e < -1e-3).length;
      const high = off.filter((e) => e > 1e-3).length;
      console.log(
        sample,
        column,
        `off by > 1e-3: ${low} too low, ${high} too high of ${off.length}`
      );
      return exceedance(off, Object.keys(series)[k]);
    });
    const x = {
      field: 'x',
      type: /** @type {const} */ ('quantitative'),
      scale: { type: /** @type {const} */ ('log'), domain: [1e-8, 1], nice: false },
      axis: { title: 'relative error x', format: '.0e', values: [1e-8, 1e-6, 1e-4, 1e-2, 1] },
    };
    const y = {
      field: 'y',
      type: /** @type {const} */ ('quantitative'),
      scale: { domain: [0, 100], nice: false },
      axis: { title: 'events off by more than x [%]', tickCount: 6 },
    };
    return {
      title: sample === 'toy' ? 'toy' : 't t̄',
      width: panelWidth(WIDTH, 2),
      height: HEIGHT,
      layer: [
        {
          data: { values: points },
          mark: { type: /** @type {const} */ ('line'), strokeWidth: 1.6, clip: true },
          encoding: { x, y, ...seriesEncoding(series) },
        },
      ],
    };
  });
  await write('mass-variables-tool', 'M_2CC by YAM2 2.0 against the exact value', {
    hconcat: panels,
  });
}

/** @param {readonly [number, number, number]} masses */
function subsystems([A, B]) {
  return /** @type {const} */ ([
    { subsystem: 'ab', truth: A },
    { subsystem: 'b', truth: B },
  ]);
}

/** @param {Subsystem} subsystem @param {Sample} sample */
function variables(subsystem, { events, trial }) {
  return {
    M_T2: mt2Columns(subsystem, events, trial),
    M_2XC: m2xcColumns(subsystem, events, trial).value,
    M_2CC: m2ccColumns(subsystem, events, trial).value,
  };
}

/** @param {Float64Array} value @param {number} truth */
function summary(value, truth) {
  const found = value.filter((v) => !Number.isNaN(v)).sort();
  const share = (/** @type {(v: number) => boolean} */ test) =>
    `${((100 * found.filter(test).length) / found.length).toFixed(1)} %`;
  return [
    `median ${found[found.length >> 1].toFixed(1)}`,
    `largest ${found[found.length - 1].toFixed(4)}`,
    `above the true mass ${share((v) => v > truth * (1 + 1e-9))}`,
    `within 5 % below it ${share((v) => v <= truth * (1 + 1e-9) && v > 0.95 * truth)}`,
    `of ${found.length}`,
  ].join(', ');
}

/** @param {Uint8Array} status */
function statuses(status) {
  /** @type {Record<number, number>} */
  const counts = {};
  for (const s of status) counts[s] = (counts[s] ?? 0) + 1;
  return JSON.stringify(counts);
}

/** @param {string} id @param {string} title @param {Panel[]} panels @param {import('@deelema/plots').Series} series */
async function figure(id, title, panels, series) {
  const drawn = panels.map(({ title: name, low, high, truth, lines }) => {
    const x = {
      field: 'x',
      type: /** @type {const} */ ('quantitative'),
      scale: { domain: [low, high], nice: false },
      axis: { title: 'M [GeV]', tickCount: 6, format: NUMBER_FORMAT },
    };
    const points = Object.entries(lines).flatMap(([key, value]) =>
      histogram(value, low, high, key)
    );
    // M_T2 (b) of t t̄ has a peak at 0 that would dwarf the rest: the last line sets the height.
    const last = points.filter((point) => point.series === Object.keys(lines).at(-1));
    const y = {
      field: 'y',
      type: /** @type {const} */ ('quantitative'),
      scale: { domain: [0, 1.2 * Math.max(...last.map((point) => point.y))], nice: false },
      axis: { title: 'events per bin [%]', tickCount: 5 },
    };
    return {
      title: name,
      width: panelWidth(WIDTH, 2),
      height: HEIGHT,
      layer: [
        {
          data: { values: points },
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.6, clip: true },
          encoding: { x, y, ...seriesEncoding(series) },
        },
        {
          data: { values: [{ x: truth, series: 'truth' }] },
          mark: { type: 'rule', strokeWidth: 1.6 },
          encoding: { x, ...seriesEncoding(series) },
        },
      ],
    };
  });
  await write(id, title, { concat: drawn, columns: 2, spacing: { row: 24, column: 18 } });
}

/** @param {string} id @param {string} title @param {object} spec */
async function write(id, title, spec) {
  const { svg } = await drawSvg(id, title, /** @type {Figure['spec']} */ (spec));
  writeFileSync(join(root, 'docs/images', `${id}.png`), paintPng(svg, 1.5));
  console.log(`docs/images/${id}.png`);
}

/** @param {Float64Array} value @param {number} low @param {number} high @param {string} series */
function histogram(value, low, high, series) {
  const bins = 60;
  const contents = Array.from({ length: bins }, () => 0);
  for (const v of value) {
    const bin = Math.floor(((v - low) / (high - low)) * bins);
    if (bin >= 0 && bin < bins) contents[bin] += 100 / value.length;
  }
  const edges = Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);
  return stepOutline(edges, contents).map((point) => ({ ...point, series }));
}

/** The share of events off by more than x, in per cent. @param {Float64Array} off @param {string} series */
function exceedance(off, series) {
  const sizes = off.map(Math.abs).sort();
  return Array.from({ length: 81 }, (_, j) => {
    const x = 10 ** (-8 + j / 10);
    return { x, y: (100 * sizes.filter((e) => e > x).length) / sizes.length, series };
  });
}

/** @param {string} name @returns {Record<string, Float64Array>} */
function readTable(name) {
  const [head, ...lines] = readFileSync(join(root, `test/reference/m2/${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(
    head.split(',').map((key, k) => [key, Float64Array.from(rows, (row) => row[k])])
  );
}
