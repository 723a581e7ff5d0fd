import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, momentumColumns } from '../../src/index.ts';
import type { ColumnMap } from '../../src/mapping/column-map.ts';
import { mapBatches } from '../../src/mapping/map-batches.ts';
import { planMapping } from '../../src/mapping/mapping.ts';
import type { MappingOptions } from '../../src/mapping/mapping.ts';
import type { RawBatch } from '../../src/mapping/raw-batch.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { errorOf } from '../../../../test/support/rejection.ts';

/** The columns that come out for one stretch of a file. */
async function mapped(raw: RawBatch['columns'], options: MappingOptions) {
  const length = Object.values(raw)[0].length;
  const mapping = planMapping('x', Object.keys(raw), options);
  const [batch] = await collect(mapBatches('x', mapping, [{ length, columns: raw }]));
  return batch.columns;
}

const components = (columns: Record<string, ArrayLike<number>>, role = 'a1') =>
  momentumColumns(role).map((name) => columns[name][0]);

describe('planMapping and mapBatches', () => {
  it('make momenta of pT, η, φ and a mass: a point by hand', async () => {
    // pT = 3, φ = π/2: along y. sinh η = 4/3 at η = ln 3, so pz = 4, |p| = 5, and with m = 12, E = 13.
    const raw = {
      pt: Float64Array.of(3),
      eta: Float64Array.of(Math.log(3)),
      phi: Float64Array.of(Math.PI / 2),
      m: Float32Array.of(12),
    };
    const columns = await mapped(raw, {
      columns: { a1: { pt: 'pt', eta: 'eta', phi: 'phi', m: 'm' } },
    });
    // A few units in the last place of 64 bits.
    [13, 0, 3, 4].forEach((value, k) => expect(components(columns)[k]).toBeCloseTo(value, 13));
  });

  it('give the same momentum in all four forms', async () => {
    const [px, py, pz, m] = [-31.25, 17.5, 250, 4.7];
    const pt = Math.hypot(px, py);
    const forms = {
      px,
      py,
      pz,
      m,
      pt,
      eta: Math.asinh(pz / pt),
      phi: Math.atan2(py, px),
      E: Math.hypot(px, py, pz, m),
    };
    const raw = Object.fromEntries(Object.entries(forms).map(([k, v]) => [k, Float64Array.of(v)]));
    const maps: NonNullable<ColumnMap['a1']>[] = [
      { E: 'E', px: 'px', py: 'py', pz: 'pz' },
      { m: 'm', px: 'px', py: 'py', pz: 'pz' },
      { E: 'E', pt: 'pt', eta: 'eta', phi: 'phi' },
      { m: 'm', pt: 'pt', eta: 'eta', phi: 'phi' },
    ];
    for (const a1 of maps) {
      const found = components(await mapped(raw, { columns: { a1 } }));
      // 1e-13 of 250 GeV: sine, sinh and their inverses are good to some 1e-16 of their values.
      [forms.E, px, py, pz].forEach((value, k) => expect(found[k]).toBeCloseTo(value, 10));
    }
  });

  it('take a negative mass as 0', async () => {
    const raw = { x: Float64Array.of(3), y: Float64Array.of(4), z: Float64Array.of(12) };
    const columns = await mapped(raw, { columns: { a1: { px: 'x', py: 'y', pz: 'z', m: -1 } } });
    expect(components(columns)).toEqual([13, 3, 4, 12]);
  });

  it.each([
    ['MeV', 1e-3],
    ['GeV', 1],
    ['TeV', 1e3],
  ] as const)('turn %s into GeV, also where columns share one of the file', async (unit, gev) => {
    const raw = { e: Float64Array.of(5), p: Float64Array.of(3), w: Float64Array.of(2) };
    const a1 = { E: 'e', px: 'p', py: 'p', pz: 0 };
    const b1 = { m: 4, px: 'p', py: 0, pz: 0 };
    const ptmiss = { pt: 'p', phi: 0 };
    const columns = await mapped(raw, { columns: { a1, b1, ptmiss, weight: 'w' }, unit });
    expect(components(columns)).toEqual([5 * gev, 3 * gev, 3 * gev, 0]);
    expect(components(columns, 'b1')).toEqual([5 * gev, 3 * gev, 0, 0]);
    expect([columns.ptmiss_x[0], columns.ptmiss_y[0]]).toEqual([3 * gev, 0]);
    expect(columns.weight[0]).toBe(2);
    expect(raw.p[0]).toBe(3);
  });

  it('take columns of our names as they are, and a single column before that of its role', async () => {
    const raw = Object.fromEntries(
      [...momentumColumns('a1'), 'b1_E', 'other'].map((name, k) => [name, Float64Array.of(k + 1)])
    );
    const plan = planMapping('x', Object.keys(raw), { columns: { a1_px: 'other' } });
    expect(plan).toMatchObject({
      columnNames: ['event', 'a1_E', 'a1_px', 'a1_py', 'a1_pz', 'b1_E'],
      needed: ['other', 'a1_E', 'a1_py', 'a1_pz', 'b1_E'],
      ignored: ['a1_px'],
    });
    const a1 = { E: 'b1_E', px: 'b1_E', py: 'b1_E', pz: 'b1_E' };
    const columns = await mapped(raw, { columns: { a1, a1_px: 'other' } });
    expect(components(columns)).toEqual([5, 6, 5, 5]);
  });

  it('number the events of the file, count those left out, and stop at the limit', async () => {
    const [length, limit] = [BATCH_ROWS + 10, BATCH_ROWS + 4];
    const weight = Float64Array.from({ length }, (_, i) => i);
    const lacking = new Map([['no jet', Uint8Array.from({ length }, (_, i) => i % 2)]]);
    const dropped: Record<string, number> = {};
    const mapping = planMapping('x', ['weight']);
    const raws = [
      { length, columns: { weight }, lacking },
      { length, columns: { weight }, lacking },
    ];
    const batches = await collect(
      mapBatches('x', mapping, raws, { limit, maxUnmatched: 0.5, dropped })
    );
    expect(batches.map((batch) => batch.length)).toEqual([BATCH_ROWS / 2, 2]);
    expect(batches[1].columns).toEqual({
      event: Uint32Array.of(BATCH_ROWS, BATCH_ROWS + 2),
      weight: Float64Array.of(BATCH_ROWS, BATCH_ROWS + 2),
    });
    expect(dropped).toEqual({ 'no jet': limit / 2 });
  });

  it('go on numbering from stretch to stretch, in 64-bit integers too', async () => {
    const raws = [
      { length: 2, columns: { weight: BigInt64Array.of(1n, 2n) } },
      { length: 1, columns: { weight: BigInt64Array.of(-3n) } },
    ];
    const batches = await collect(mapBatches('x', planMapping('x', ['weight']), raws));
    expect(batches.map(({ columns }) => [...columns.event, ...columns.weight])).toEqual([
      [0, 1, 1, 2],
      [2, -3],
    ]);
    const none = mapBatches('x', planMapping('x', ['weight']), raws, { limit: 0 });
    expect((await errorOf(collect(none))).name).toBe('RangeError');
  });

  it.each([
    [
      { a1: { px: 'x', py: 'x', pz: 'x' } },
      2,
      'x: the column map gives px py pz of a1, expected px py pz or pt eta phi, and one of E and m.',
    ],
    [{ ptmiss: { x: 'x' } }, 2, 'x: the column map gives x of ptmiss, expected x y or pt phi.'],
    [
      { a3: { x: 'x' } },
      2,
      'x: the column map gives components of a3; expected the name of a column for it, or a role (a1, b1, a2, b2, c1, c2) or ptmiss.',
    ],
    [
      { mass: 'x' },
      2,
      'x: the column map names mass, which is no column of an event file; expected a role (a1, b1, a2, b2, c1, c2) with its components, ptmiss, or a column such as a1_E or weight.',
    ],
    [
      { weight: 'w', a1_E: 'e' },
      1,
      `x: columns w, e missing; the file has ${numbered(20)} and 5 more.`,
    ],
  ])('refuse %j', (columns: ColumnMap, exitCode, message) => {
    const plan = () => planMapping('x', numbered(25).split(', '), { columns });
    expect(plan).toThrow(expect.objectContaining({ name: 'InputError', message, exitCode }));
  });
});

/** `x0, x1, …` */
function numbered(count: number): string {
  return Array.from({ length: count }, (_, i) => (i === 0 ? 'x' : `x${i}`)).join(', ');
}
