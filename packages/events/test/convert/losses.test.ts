import { describe, expect, it } from 'vitest';
import { eventColumns, lossesOf, momentumColumns, TOPOLOGIES } from '../../src/index.ts';

const METADATA = {
  sample: 'toy',
  crossSection: { value: 1, error: 0.1 },
  beamEnergies: [6500, 6500],
  topology: TOPOLOGIES['ttbar-dilepton'],
  generators: ['by hand'],
  selections: [{ ptmissMin: 30 }],
} as const;

describe('lossesOf', () => {
  it('finds none in Arrow and Parquet', () => {
    const columns = [...eventColumns(true), 'exchanged', 'split'];
    for (const target of ['arrow', 'parquet'] as const) {
      expect(lossesOf(target, columns, METADATA)).toEqual([]);
    }
  });

  it('lists what CSV has no place for, if it is there', () => {
    expect(lossesOf('csv', [], METADATA)).toEqual([
      'CSV holds no sample line, cross-section, beam energies, topology, generators and cuts.',
    ]);
    expect(lossesOf('csv', [], { sample: 'toy', generators: [] })).toEqual([
      'CSV holds no sample line.',
    ]);
    expect(lossesOf('csv', [], { sample: '' })).toEqual([]);
  });

  it('lists what LHE has no place for', () => {
    expect(lossesOf('lhe', eventColumns(true), METADATA)).toEqual([
      'LHE numbers events anew, from 0.',
      'LHE does not say which cuts were made.',
    ]);
    const columns = [
      ...eventColumns(true),
      ...['true_a1', 'true_a2', 'k1'].flatMap(momentumColumns),
      'exchanged',
      'm_A1',
    ];
    expect(lossesOf('lhe', columns, { sample: '' })).toEqual([
      'LHE numbers events anew, from 0.',
      'LHE has no place for the measured momenta of smeared particles (a1, a2) and for pTmiss as measured: the true ones are written.',
      'LHE does not say in which events b1 and b2 are exchanged: they are written so.',
      'LHE has no place for k1_E, k1_px, k1_py, k1_pz and m_A1.',
      'The cross-section is not known and written as 0.',
    ]);
  });
});
