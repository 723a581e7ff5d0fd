import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BoundedSample } from '../../src/convert/bounded-sample.ts';
import { convertEvents, describeEvents, TOPOLOGIES } from '../../src/index.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

const gluino = fileURLToPath(
  new URL('../../../../datasets/samples/gluino-antler-1000-800-700.lhe.gz', import.meta.url)
);

describe('describeEvents', () => {
  it('says of an LHE file what was simulated', async () => {
    const description = await describeEvents(gluino);
    expect(description).toMatchObject({
      format: 'lhe',
      events: 5000,
      dropped: {},
      topology: TOPOLOGIES['gluino-sbottom'],
      crossSection: { value: 0.2014017, error: 8.263316e-4 },
      generators: [],
      selections: [],
      sumOfWeights: 5000,
      negativeWeights: 0,
      beamEnergies: [6500, 6500],
      lhe: { version: '1.0', processes: [{ crossSection: 0.2014017, error: 8.263316e-4 }] },
    });
    const { A1, A2, B1, B2, c1 } = description.massMedians;
    // Widths of 1 MeV: the median of 5000 masses is known to about 0.02 MeV.
    for (const m of [A1, A2]) expect(m).toBeCloseTo(1000, 3);
    for (const m of [B1, B2]) expect(m).toBeCloseTo(800, 3);
    expect(c1).toBeCloseTo(700, 8);
    // Endpoint of the visible pair: √((m_A² − m_B²)(m_B² − m_C²)) / m_B = 290.5 GeV; for an isotropic decay
    // m_ab² is uniform below it, so the median is the endpoint over √2 (to 1 % with 5000 events).
    const endpoint = Math.sqrt((1000 ** 2 - 800 ** 2) * (800 ** 2 - 700 ** 2)) / 800;
    expect(description.massMedians['a1+b1'] / (endpoint / Math.SQRT2)).toBeCloseTo(1, 1.7);
  });

  it('says the same of the same events in Arrow, but what Arrow does not hold', async () => {
    const arrow = join(temporaryFolder(), 'events.arrow');
    await convertEvents(gluino, arrow, { sample: 'gluinos' });
    const [lhe, again] = [await describeEvents(gluino), await describeEvents(arrow)];
    expect(again).toEqual({
      ...lhe,
      path: arrow,
      format: 'arrow',
      bytes: statSync(arrow).size,
      sample: 'gluinos',
      lhe: null,
    });
  });

  it('says of few columns what they allow', async () => {
    const path = join(temporaryFolder(), 'events.csv');
    writeFileSync(path, 'b1_E,b1_px,b1_py,b1_pz\n5,0,3,0\n5,4,0,0\n13,5,0,0\n');
    const momentum = ['b1_E', 'b1_px', 'b1_py', 'b1_pz'];
    expect(await describeEvents(path)).toEqual({
      path,
      format: 'csv',
      bytes: 48,
      events: 3,
      dropped: {},
      columns: [
        { name: 'event', type: 'uint32', unit: null },
        ...momentum.map((name) => ({ name, type: 'float64', unit: 'GeV' })),
      ],
      ignored: [],
      sample: 'events.csv',
      topology: null,
      crossSection: null,
      beamEnergies: null,
      generators: [],
      selections: [],
      sumOfWeights: null,
      negativeWeights: null,
      massMedians: { b1: 4 },
      // Masses 4, 3 and 12: the quantiles are interpolated between them.
      massQuantiles: { b1: [3.32, 4, expect.closeTo(9.44, 12)] },
      firstEvents: [
        { event: 0, momenta: { b1: [5, 0, 3, 0] } },
        { event: 1, momenta: { b1: [5, 4, 0, 0] } },
        { event: 2, momenta: { b1: [13, 5, 0, 0] } },
      ],
      lhe: null,
    });
  });
});

describe('BoundedSample', () => {
  it('has the median of few values', () => {
    const sample = new BoundedSample();
    expect(sample.quantiles([0.5])[0]).toBeNaN();
    for (const value of [10, NaN, 9, 1]) sample.add(value);
    expect(sample.quantiles([0.5])[0]).toBe(9);
    sample.add(2);
    expect(sample.quantiles([0.5])[0]).toBe(5.5);
  });

  it('stays even over a long stream', () => {
    const sample = new BoundedSample();
    const n = 1_000_000;
    for (let i = 0; i < n; i++) sample.add(i);
    // Every 16th value is kept: the median of 0, 16, 32, … 999 984.
    expect(sample.quantiles([0.5])[0]).toBe((n - 16) / 2);
  });
});
