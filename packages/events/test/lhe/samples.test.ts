import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sumMass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';
import { describe, expect, it } from 'vitest';
import {
  eventColumns,
  findTopology,
  float64Column,
  fourMomenta,
  readLhe,
  readLheInit,
  TOPOLOGIES,
  totalCrossSection,
} from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { GLUINO_SAMPLE, sampleFile, TOP_SAMPLE } from '../../../../test/support/samples.ts';

const TTBAR = sampleFile(TOP_SAMPLE);
const GLUINO = sampleFile(GLUINO_SAMPLE);
const MADGRAPH = fileURLToPath(new URL('../fixtures/ttbar-madgraph-20.lhe', import.meta.url));

async function read(path: string): Promise<EventBatch> {
  const [batch, ...more] = await collect(readLhe(path, { topology: await findTopology(path) }));
  expect(more).toHaveLength(0);
  return batch;
}

/** Masses of A and B in both branches, from the true momenta. */
function masses(batch: EventBatch): Record<'A1' | 'B1' | 'A2' | 'B2', Float64Array> {
  const [a1, b1, c1, a2, b2, c2] = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2'].map((role) =>
    fourMomenta(batch, role)
  ) as [FourMomenta, FourMomenta, FourMomenta, FourMomenta, FourMomenta, FourMomenta];
  return {
    A1: sumMass([a1, b1, c1]),
    B1: sumMass([b1, c1]),
    A2: sumMass([a2, b2, c2]),
    B2: sumMass([b2, c2]),
  };
}

function median(values: Float64Array): number {
  return values.slice().sort()[values.length >> 1];
}

describe('datasets/samples', () => {
  const readme = readFileSync(sampleFile('README.md'), 'utf8');

  it.each([TOP_SAMPLE, GLUINO_SAMPLE])(
    '%s has the SHA-256 and the number of events of its README',
    async (name) => {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``))!;
      const cells = row.split('|').map((cell) => cell.trim());
      const path = sampleFile(name);
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      expect(cells.slice(-3)).toEqual(['5000', `\`${digest}\``, '']);
      expect((await read(path)).length).toBe(5000);
    }
  );
});

describe('the gluino sample (Pythia 8.302, masses 1000, 800, 700 GeV, widths 1 MeV)', () => {
  it('has its topology found', async () => {
    expect(await findTopology(GLUINO)).toEqual(TOPOLOGIES['gluino-sbottom']);
  });

  it('has the masses it was made with', async () => {
    const batch = await read(GLUINO);
    const { A1, A2, B1, B2 } = masses(batch);
    const deviation = (values: Float64Array, m: number) =>
      Math.max(...values.map((value) => Math.abs(value - m)));
    // The mass column stays within five widths, 0.005 GeV; ten digits of the momenta add less than 1e-5.
    expect(deviation(A1, 1000)).toBeLessThan(0.006);
    expect(deviation(A2, 1000)).toBeLessThan(0.006);
    expect(deviation(B1, 800)).toBeLessThan(0.006);
    expect(deviation(B2, 800)).toBeLessThan(0.006);
    // The median of 5000 values scatters by about Γ/70.
    expect(median(A1)).toBeCloseTo(1000, 3);
    const { e, px, py, pz } = fourMomenta(batch, 'c1');
    const c = e.map((E, i) => Math.sqrt(E * E - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2));
    // Energies are recomputed from the mass column, so only the rounding of doubles is left.
    expect(deviation(c, 700)).toBeLessThan(1e-8);
  });

  it('begins with the numbers of its first event', async () => {
    const { columns } = await read(GLUINO);
    const first = Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, c[0]]));
    // Both A are 1000021, so branch 1 is the first in the file; values copied from its lines.
    expect(first).toMatchObject({
      event: 0,
      weight: 1,
      a1_px: -1.0301278747e2,
      a1_py: -5.5918272473e1,
      a1_pz: -8.3125902117e1,
      b1_px: 8.4415469833e1,
      c1_pz: 3.2048390976e2,
      a2_px: 1.5835179772e2,
      b2_pz: -5.4366748487e1,
      c2_py: 2.3628107718e2,
    });
    // Ten digits in the file: 1.4369552248e+02 to half a unit of the last, and c1 likewise.
    expect(first.a1_E).toBeCloseTo(143.69552248, 7);
    expect(first.c1_E).toBeCloseTo(787.37864553, 6);
  });
});

describe('the t t̄ sample (Pythia 8.302, m_t 173.0, m_W 80.419 GeV)', () => {
  it('has its topology found, with the rare t → W s and W d', async () => {
    expect(await findTopology(TTBAR)).toEqual(TOPOLOGIES['ttbar-dilepton']);
  });

  it('has Breit–Wigner masses around those it was made with', async () => {
    const { A1, A2, B1, B2 } = masses(await read(TTBAR));
    // Standard error of the median of 5000 Breit-Wigner values: (π/4) Γ / √5000 = 0.017 and 0.023 GeV.
    // Parton distributions and phase space move the medians by about as much; 0.1 GeV allows for both.
    for (const m of [A1, A2]) expect(Math.abs(median(m) - 173.0)).toBeLessThan(0.1);
    for (const m of [B1, B2]) expect(Math.abs(median(m) - 80.419)).toBeLessThan(0.1);
  });

  it('has a b quark mass of 4.7 GeV wherever a is a b quark', async () => {
    const { e, px, py, pz } = fourMomenta(await read(TTBAR), 'a1');
    const m = e.map((E, i) => Math.sqrt(E * E - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2));
    expect(m.filter((value) => Math.abs(value - 4.7) < 1e-8).length).toBeGreaterThan(4950);
    // The others are t → W s and W d.
    expect(m.filter((value) => Math.abs(value - 4.7) >= 1e-8).every((value) => value < 1)).toBe(
      true
    );
  });

  it('has the missing momentum of its two neutrinos', async () => {
    const batch = await read(TTBAR);
    const [c1, c2] = [fourMomenta(batch, 'c1'), fourMomenta(batch, 'c2')];
    const x = float64Column(batch, 'ptmiss_x');
    const y = float64Column(batch, 'ptmiss_y');
    for (let i = 0; i < batch.length; i++) {
      // The same doubles, added in the order of the file: no rounding of its own.
      if (x[i] !== c1.px[i] + c2.px[i] || y[i] !== c1.py[i] + c2.py[i]) {
        expect.fail(`event ${i}: ptmiss is not the sum of the neutrinos`);
      }
    }
    expect(batch.length).toBe(5000);
  });

  // No initial-state radiation in the sample, so the visible transverse momenta balance pTmiss.
  it('has a missing momentum that balances the visible particles', async () => {
    const batch = await read(TTBAR);
    const visible = ['a1', 'a2', 'b1', 'b2'].map((role) => fourMomenta(batch, role).px);
    const rest = float64Column(batch, 'ptmiss_x').map(
      (x, i) => x + visible.reduce((s, px) => s + px[i], 0)
    );
    // Six numbers of ten digits, up to about 1000 GeV: 1e-7 each.
    expect(Math.max(...rest.map(Math.abs))).toBeLessThan(1e-6);
  });

  it('counts events from 0, up to a limit, in batches of any length', async () => {
    const options = { topology: TOPOLOGIES['ttbar-dilepton'], limit: 100, batchRows: 30 };
    const events = readLhe(TTBAR, options);
    const batches = await collect(events);
    expect(batches.map((batch) => batch.length)).toEqual([30, 30, 30, 10]);
    expect([...batches[3].columns.event]).toEqual(Array.from({ length: 10 }, (_, i) => 90 + i));
    expect(Object.keys(batches[0].columns)).toEqual(eventColumns(true));
    expect(events.counts).toEqual({ read: 100, kept: 100, dropped: {} });
  });

  it('says its cross-section', async () => {
    const init = await readLheInit(TTBAR);
    expect(init).toMatchObject({ version: '1.0', beams: [2212, 2212], beamEnergies: [6500, 6500] });
    expect(totalCrossSection(init)).toEqual({ value: 23.79547, error: 0.08565993 });
  });
});

describe('events of MadGraph5_aMC@NLO 3.5.7', () => {
  it('are read although the antitop and the order of daughters come as they like', async () => {
    const batch = await read(MADGRAPH);
    expect(batch.length).toBe(20);
    const { A1, A2, B1, B2 } = masses(batch);
    // In the first event the antitop stands before the top; masses from its lines, ten digits of the momenta.
    expect(A1[0]).toBeCloseTo(172.05159148, 5);
    expect(B1[0]).toBeCloseTo(74.505325378, 5);
    expect(A2[0]).toBeCloseTo(172.89617444, 5);
    expect(B2[0]).toBeCloseTo(80.405086211, 5);
    expect(batch.columns.b1_px[0]).toBe(29.112367287);
    expect(batch.columns.b2_px[0]).toBe(18.422545126);
  });

  it('carry the weight of the file, which is its cross-section in pb', async () => {
    const batch = await read(MADGRAPH);
    expect([...batch.columns.weight].every((weight) => weight === 22.7652)).toBe(true);
    const init = await readLheInit(MADGRAPH);
    expect(totalCrossSection(init).value).toBe(22.7652);
    expect(init.generators).toEqual(['MadGraph5_aMC@NLO 3.5.7 please cite 1405.0301']);
    expect(init.version).toBe('3.0');
  });
});
