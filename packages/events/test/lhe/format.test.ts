import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLhe, readLheInit, TOPOLOGIES, totalCrossSection } from '../../src/index.ts';
import type { EventBatch } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { GLUINO_EVENT, lheFile } from '../support.ts';

const topology = TOPOLOGIES['gluino-sbottom'];

async function read(events: string): Promise<EventBatch> {
  const path = join(temporaryFolder(), 'events.lhe');
  writeFileSync(path, lheFile(events));
  const [batch] = await collect(readLhe(path, { topology }));
  return batch;
}

// What versions 2 and 3 of the format add (arXiv:1405.1067), and what generators do that the accord allows.
describe('readLhe', () => {
  it('reads an event by hand', async () => {
    const { length, columns } = await read(GLUINO_EVENT);
    expect(length).toBe(1);
    expect(columns.a1_px[0]).toBe(50);
    expect(columns.b1_px[0]).toBe(30);
    expect(columns.c1_px[0]).toBe(220);
    expect(columns.b2_px[0]).toBe(-30);
    expect(columns.c1_E[0]).toBe(Math.sqrt(220 ** 2 + 700 ** 2));
    expect(columns.ptmiss_x[0]).toBe(0);
  });

  it('passes over attributes, comments and blocks of weights', async () => {
    const plain = await read(GLUINO_EVENT);
    const weights = '<weights>\n 1 1 3 0 0 0 1 1 1 1 1 1 1\n</weights>\n';
    const dressed = GLUINO_EVENT.replace('<event>', '<event npLO=" 1 " npNLO=" -1 ">').replace(
      '</event>',
      `#pdf 21 21 0.1 0.2\n<mgrwt>\n<rscale>  2 0.1E+03</rscale>\n</mgrwt>\n${weights}<rwgt>\n` +
        "<wgt id='1'> 1.0 </wgt>\n</rwgt>\n</event>"
    );
    expect(await read(`<!-- a comment -->\n${dressed}`)).toEqual(plain);
  });

  it('takes the end of lines of Windows and the exponents of Fortran', async () => {
    const plain = await read(GLUINO_EVENT);
    const fortran = GLUINO_EVENT.replace(' 220 0 0', ' 2.2D+02 0 0').replaceAll('\n', '\r\n');
    expect(await read(fortran)).toEqual(plain);
  });

  it('finds mothers that stand after their daughters', async () => {
    const plain = await read(GLUINO_EVENT);
    const lines = GLUINO_EVENT.split('\n');
    const [head, particles] = [lines.slice(0, 2), lines.slice(2, 14)];
    const renumbered = particles.map((line) => {
      const fields = line.split(' ');
      for (const k of [2, 3]) if (fields[k] !== '0') fields[k] = String(13 - Number(fields[k]));
      return fields.join(' ');
    });
    // Turned around, the second gluino comes first, so the branches change places too.
    const turned = await read([...head, ...renumbered.reverse(), '</event>', ''].join('\n'));
    expect(turned.columns.a1_px).toEqual(plain.columns.a2_px);
    expect(turned.columns.b2_E).toEqual(plain.columns.b1_E);
    expect(turned.columns.c1_px).toEqual(plain.columns.c2_px);
  });

  it('takes branch 1 from the A with positive PDG id', async () => {
    const plain = await read(GLUINO_EVENT);
    const signed = await read(GLUINO_EVENT.replace('1000021', '-1000021'));
    expect(signed.columns.b1_px).toEqual(plain.columns.b2_px);
  });

  it('adds up all invisible particles in the missing momentum', async () => {
    const neutrino = '12 1 1 2 0 0 3 4 0 5 0 0 9\n';
    const more = GLUINO_EVENT.replace('12 1 1.0', '13 1 1.0').replace(
      '</event>',
      `${neutrino}</event>`
    );
    const { columns } = await read(more);
    expect([columns.ptmiss_x[0], columns.ptmiss_y[0]]).toEqual([3, 4]);
  });

  it('does not believe the energy of the file, nor a mass below zero', async () => {
    const rounded = GLUINO_EVENT.replace('30 0 0 30 0 0 9', '30 0 0 30.000001 -1e-3 0 9');
    expect((await read(rounded)).columns.b1_E[0]).toBe(30);
  });

  it('keeps negative weights', async () => {
    expect((await read(GLUINO_EVENT.replace('12 1 1.0', '12 1 -2.5'))).columns.weight[0]).toBe(
      -2.5
    );
  });

  it('reads more particles than it has room for at first', async () => {
    const gluons = '21 1 1 2 0 0 1 0 0 1 0 0 9\n'.repeat(40);
    const many = GLUINO_EVENT.replace('12 1 1.0', '52 1 1.0').replace(
      '</event>',
      `${gluons}</event>`
    );
    expect((await read(many)).columns.c2_px[0]).toBe(-220);
  });

  it('refuses a limit that is no number of events', () => {
    expect(() => readLhe('x.lhe', { topology, limit: 0 })).toThrow(RangeError);
    expect(() => readLhe('x.lhe', { topology, batchRows: 1.5 })).toThrow(RangeError);
  });
});

describe('totalCrossSection', () => {
  it('adds processes, and their errors in quadrature', async () => {
    const path = join(temporaryFolder(), 'events.lhe');
    writeFileSync(path, lheFile(''));
    const init = await readLheInit(path);
    // 3-4-5 triangle: √(0.3² + 0.4²).
    expect(totalCrossSection(init)).toEqual({ value: 3, error: 0.5 });
    expect(init.generators).toEqual(['by hand 1']);
  });
});
