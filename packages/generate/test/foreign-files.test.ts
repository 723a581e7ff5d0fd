import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { config } from '../src/config.mjs';
import { readEventFile } from '../../../test/support/event-files.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { runStage } from './support/run-stage.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../events/test/${name}`, import.meta.url));

/** A CSV file of one event as an ntuple has it: pT, η, φ and mass, in MeV. */
const NTUPLE = `jet1_pt,jet1_eta,jet1_phi,jet1_m,lep1_px,lep1_py,lep1_pz,jet2_pt,jet2_eta,jet2_phi,jet2_e,lep2_px,lep2_py,lep2_pz,met,met_phi,mc_weight
50000,0,0,0,3000,0,4000,40000,0,3.141592653589793,41000,0,6000,8000,25000,1.5707963267948966,-0.5
`;

const COLUMNS = {
  a1: { pt: 'jet1_pt', eta: 'jet1_eta', phi: 'jet1_phi', m: 'jet1_m' },
  b1: { px: 'lep1_px', py: 'lep1_py', pz: 'lep1_pz', m: 0 },
  a2: { pt: 'jet2_pt', eta: 'jet2_eta', phi: 'jet2_phi', E: 'jet2_e' },
  b2: { px: 'lep2_px', py: 'lep2_py', pz: 'lep2_pz', m: 0 },
  ptmiss: { pt: 'met', phi: 'met_phi' },
  weight: 'mc_weight',
};

describe('generate from a foreign file', () => {
  it('takes the columns of an ntuple by a map, in its unit', async () => {
    const base = temporaryFolder();
    writeFileSync(join(base, 'ntuple.csv'), NTUPLE);
    const settings = { source: 'file', path: 'ntuple.csv', columns: COLUMNS, unit: 'MeV' };
    const { events } = await runStage(settings, { base });
    const { columnNames, batches } = await readEventFile(events);
    expect(columnNames).not.toContain('c1_E');
    // By hand: GeV; 3-4-5 and 6-8-10 triangles, jets along ±x, pTmiss along y. cos π/2 is 6e-17 in 64 bits.
    const expected = {
      ...{ a1_E: 50, a1_px: 50, a1_py: 0, a1_pz: 0, b1_E: 5, b1_px: 3, b1_pz: 4 },
      ...{ a2_E: 41, a2_px: -40, a2_py: 0, b2_E: 10, b2_py: 6, b2_pz: 8 },
      ...{ ptmiss_x: 0, ptmiss_y: 25, weight: -0.5, event: 0 },
    };
    for (const [name, value] of Object.entries(expected)) {
      expect(batches[0].columns[name][0], name).toBeCloseTo(value, 12);
    }
  });

  it('reads the format of the training code of PRR 5, 043186, truth included', async () => {
    const path = fixture('npz/fixtures/original.npz');
    const { events, result } = await runStage({ source: 'file', path });
    expect(result?.counts).toMatchObject({ read: 40, kept: 40 });
    const { columnNames, metadata } = await readEventFile(events);
    expect(columnNames).toContain('c2_pz');
    expect(metadata.sample).toBe(
      'original.npz (l2 with b1: 100.0 % of the first 40 events fit better so), pTmiss from the visible momenta'
    );
  });

  it('reads elements of the branches of a ROOT tree', async () => {
    const path = fixture('root/fixtures/zlib.root');
    const lepton = { E: 'lep_p4[0]', px: 'lep_p4[1]', py: 'lep_p4[2]', pz: 'lep_p4[3]' };
    const jet = { pt: 'jet_pt[0]', eta: 'jet_eta[0]', phi: 0, m: 4.7 };
    const columns = { a1: jet, a2: { ...jet, phi: 3 }, b1: lepton, b2: lepton };
    const settings = { source: 'file', path, columns, maxUnmatched: 0.3, limit: 20 };
    const { result } = await runStage(settings);
    // Every fourth event of the file has no jet.
    const dropped = { 'jet_pt has fewer than 1 element': 5 };
    expect(result?.counts).toMatchObject({ read: 20, kept: 15, dropped });
  });
});

describe('settings of a column map', () => {
  it.each([
    [
      { a1: { px: 'x', py: 'y', pz: 'z' } },
      'columns.a1: expected px, py, pz or pt, eta, phi, and one of E and m',
    ],
    [{ a1: { pt: 'x', eta: 'y', phi: 'z', m: 0, E: 'e' } }, 'columns.a1: expected px'],
    [{ a1: { pT: 'x' } }, 'columns.a1: Unrecognized key: "pT"'],
    [{ a3: { pt: 'x' } }, 'columns: Unrecognized key: "a3"'],
    [{ ptmiss: { pt: 'x' } }, 'columns.ptmiss: expected x, y or pt, phi'],
    [{ weight: '' }, 'columns.weight: '],
  ])('finds fault with %j', (columns, expected) => {
    const { error } = config.safeParse({ source: 'file', path: 'x.csv', columns });
    const [issue] = error?.issues ?? [];
    expect(`${issue?.path.join('.')}: ${issue?.message}`.slice(0, expected.length)).toBe(expected);
  });
});
