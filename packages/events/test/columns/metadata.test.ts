import { describe, expect, it } from 'vitest';
import { metadataEntries, parseMetadata, SCHEMA_VERSION } from '../../src/columns/metadata.ts';
import { TOPOLOGIES } from '../../src/index.ts';

const METADATA = {
  sample: 'toy, two lines\nof it',
  crossSection: { value: 23.79547, error: 0.08565993 },
  beamEnergies: [6500, 7000],
  topology: TOPOLOGIES['ttbar-dilepton'],
  generators: ['MadGraph5_aMC@NLO 3.5.7', 'by "hand"'],
  selections: [{ visible: { a: { ptMin: 20 } } }, { ptmissMin: 30 }],
} as const;

describe('the metadata of event files', () => {
  it('read back as they were written', () => {
    expect(parseMetadata('x', metadataEntries(METADATA))).toEqual(METADATA);
    expect(parseMetadata('x', metadataEntries({ sample: '' }))).toEqual({ sample: '' });
  });

  it('may be missing or foreign', () => {
    expect(parseMetadata('x', undefined)).toEqual({ sample: '' });
    expect(parseMetadata('x', new Map([['pandas', '{}']]))).toEqual({ sample: '' });
  });

  it('are refused if they are of a newer version', () => {
    const entries = new Map([['deelema_schema', String(SCHEMA_VERSION + 1)]]);
    expect(() => parseMetadata('x.arrow', entries)).toThrow(
      `x.arrow: its columns are of version ${SCHEMA_VERSION + 1}, expected ${SCHEMA_VERSION} at most; ` +
        'update deelema or write the file anew.'
    );
    expect(() => parseMetadata('x', new Map([['deelema_schema', 'one']]))).toThrow('version one');
  });

  it.each([
    ['cross_section_pb', ''],
    ['cross_section_pb', '1 pb'],
    ['cross_section_pb', 'Infinity'],
    ['beam_energies_GeV', '[6500]'],
    ['beam_energies_GeV', '[6500, "x"]'],
    ['beam_energies_GeV', '6500, 6500'],
    ['topology', '{"A":[6]}'],
    ['topology', 'null'],
    ['topology', '{"A":[6],"B":[24],"a":[5],"b":[],"C":[12]}'],
    ['generators', '["x", 1]'],
    ['selections', '[[]]'],
    ['selections', '{"ptmissMin": 30}'],
  ])('are refused if %s is %j', (key, text) => {
    expect(() => parseMetadata('x.arrow', new Map([[key, text]]))).toThrow(
      `x.arrow: its metadata entry ${key} is ${JSON.stringify(text)}, which cannot be read; write the file anew.`
    );
  });
});
