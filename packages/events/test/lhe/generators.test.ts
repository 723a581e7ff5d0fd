import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLhe, readLheInit, TOPOLOGIES, totalCrossSection } from '../../src/index.ts';
import { collect } from '../../../../test/support/event-files.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';

/** Decay products of t t̄ by hand, in the widths and exponents of POWHEG-BOX, one quark radiated; GeV. */
const POWHEG_PARTICLES = `      21    -1     0     0   501   511  0.000000000E+00  0.000000000E+00  0.400000000E+03  0.400000000E+03  0.000000000E+00  0.00000E+00   9.
       2    -1     0     0   511     0  0.000000000E+00  0.000000000E+00 -0.300000000E+03  0.300000000E+03  0.000000000E+00  0.00000E+00   9.
       6     2     1     2   501     0  0.400000000E+02  0.000000000E+00  0.500000000E+02  0.184469510E+03  0.173000000E+03  0.00000E+00   9.
      -6     2     1     2     0   502 -0.700000000E+02  0.000000000E+00  0.500000000E+02  0.193207143E+03  0.173000000E+03  0.00000E+00   9.
       2     1     1     2   502     0  0.300000000E+02  0.400000000E+02  0.000000000E+00  0.500000000E+02  0.000000000E+00  0.00000E+00   9.
      24     2     3     3     0     0  0.200000000E+02  0.000000000E+00  0.300000000E+02  0.881144710E+02  0.804000000E+02  0.00000E+00   9.
       5     1     3     3   501     0  0.200000000E+02  0.000000000E+00  0.200000000E+02  0.286721119E+02  0.470000000E+01  0.00000E+00   9.
     -24     2     4     4     0     0 -0.300000000E+02  0.000000000E+00  0.300000000E+02  0.909074254E+02  0.804000000E+02  0.00000E+00   9.
      -5     1     4     4     0   502 -0.400000000E+02  0.000000000E+00  0.200000000E+02  0.449676550E+02  0.470000000E+01  0.00000E+00   9.
     -11     1     6     6     0     0  0.300000000E+01  0.400000000E+01  0.120000000E+02  0.130000001E+02  0.511000000E-03  0.00000E+00   9.
      12     1     6     6     0     0  0.170000000E+02 -0.400000000E+01  0.180000000E+02  0.250798724E+02  0.000000000E+00  0.00000E+00   9.
      13     1     8     8     0     0 -0.800000000E+01  0.900000000E+01  0.120000000E+02  0.170003284E+02  0.105660000E+00  0.00000E+00   9.
     -14     1     8     8     0     0 -0.220000000E+02 -0.900000000E+01  0.180000000E+02  0.298161030E+02  0.000000000E+00  0.00000E+00   9.
`;

/** A file as POWHEG-BOX writes it: strategy −4, two processes, signed weights, lines behind the particles. */
const POWHEG = `<LesHouchesEvents version="3.0">
<!--
file generated with POWHEG-BOX-V2
Input file powheg.input contained:
numevts 2 <event> is no tag here
<init>
End of powheg.input content
PDF package: lhapdf
Random number generator initialized with: 1 0 0
-->
<header>
<initrwgt>
<weightgroup name='nominal' combine='None'>
<weight id='1001'>default</weight>
<weight id='1002'> renscfact=2d0 </weight>
</weightgroup>
</initrwgt>
</header>
<init>
    2212    2212  0.65000E+04  0.65000E+04      -1      -1      -1      -1      -4       2
 0.83176E+02 0.30000E+00  0.10000E+01  10001
 0.16824E+02 0.40000E+00  0.10000E+01  10002
</init>
<event>
     13  10001 -0.10000000E+03  0.16000000E+03 -0.10000000E+01  0.10800000E+00
${POWHEG_PARTICLES}#rwgt            1         12   100.00000000000000              4       78123           0
#pdf    21    2   0.61538460E-01   0.46153840E-01   0.160E+03   0.1E+01   0.2E+01
#new weight,renfact,facfact,pdf1,pdf2   98.7 2.0 1.0 260000 260000 lha
<rwgt>
<wgt id='1001'>-0.10000E+03</wgt>
<wgt id='1002'>-0.11111E+03</wgt>
</rwgt>
<weights>
 -0.10000E+03 -0.11111E+03
</weights>
<scales muf='160' mur='160' mups='25'> </scales>
</event>
<event>
     13  10002  0.10000000E+03  0.16000000E+03 -0.10000000E+01  0.10800000E+00
# a line of free text before the first particle

${POWHEG_PARTICLES}
</event>
#Random number generator exit values:    12345        678           0
</LesHouchesEvents>
`;

async function read(text: string) {
  const path = join(temporaryFolder(), 'pwgevents.lhe');
  writeFileSync(path, text);
  const events = readLhe(path, { topology: TOPOLOGIES['ttbar-dilepton'] });
  const [batch] = await collect(events);
  return { path, batch };
}

describe('a file in the style of POWHEG-BOX', () => {
  it('keeps the sign of its weights', async () => {
    const { batch } = await read(POWHEG);
    expect([...batch.columns.weight]).toEqual([-100, 100]);
  });

  it('has its roles found among the radiated quarks, which are no decay products', async () => {
    const { columns } = (await read(POWHEG)).batch;
    const px = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2'].map((role) => columns[`${role}_px`][1]);
    expect(px).toEqual([20, 3, 17, -40, -8, -22]);
    expect([columns.ptmiss_x[0], columns.ptmiss_y[0]]).toEqual([-5, -13]);
  });

  it('has the cross-sections of all its processes', async () => {
    const init = await readLheInit((await read(POWHEG)).path);
    expect(init.processes.map(({ id }) => id)).toEqual([10001, 10002]);
    const { value, error } = totalCrossSection(init);
    // 83.176 + 16.824 and the 3-4-5 triangle, to the rounding of doubles.
    expect(value).toBeCloseTo(100, 12);
    expect(error).toBeCloseTo(0.5, 15);
  });
});

describe('what version 3 allows around events', () => {
  it('event groups, comments over several lines, generator tags, no new line at the end', async () => {
    const plain = (await read(POWHEG)).batch;
    const hidden = POWHEG.slice(POWHEG.indexOf('<event>\n'), POWHEG.indexOf('#Random'));
    const dressed = POWHEG.replace('</init>', "<generator name='x'>y</generator>\n</init>")
      .replace(/<event>\n {5}13 {2}10001/, `<!--\n${hidden}-->\n<eventgroup nreal="2">\n$&`)
      .replace('#Random', '</eventgroup>\n#Random')
      .trimEnd();
    expect((await read(dressed)).batch).toEqual(plain);
  });

  it('blanks in front of every line, and the ends of lines of Windows', async () => {
    const plain = (await read(POWHEG)).batch;
    const indented = POWHEG.split('\n').map((line) => `\t ${line}\r\n`);
    expect((await read(indented.join(''))).batch).toEqual(plain);
  });

  it('a byte order mark and an XML declaration', async () => {
    const { batch } = await read(`\ufeff<?xml version="1.0"?>\n${POWHEG}`);
    expect(batch.length).toBe(2);
  });

  it('a header of free text with tags in it', async () => {
    const cards = '<header>\n<![CDATA[\n<init>\n<event>\n]]>\n<slha>\n# no <!-- comment\n</slha>\n';
    const { batch } = await read(POWHEG.replace('<header>\n', cards));
    expect(batch.length).toBe(2);
  });
});
