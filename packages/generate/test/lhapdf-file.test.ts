import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grv94lo } from '@deelema/parton-distributions';
import { describe, expect, it } from 'vitest';
import {
  geometric,
  gridFile,
  type Block,
} from '../../parton-distributions/test/support/grid-file.ts';
import { readEventFile } from '../../../test/support/event-files.ts';
import { errorOf } from '../../../test/support/rejection.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { kolmogorovOfTwo } from '../../../test/support/statistics.ts';
import { runStage, type Run } from './support/run-stage.ts';

const grv94 = grv94lo();

/** GRV94 LO as a member file, up to the scale of 1000 GeV where it ends itself. */
const GRID: Block = {
  x: [...geometric(4e-4, 0.1, 60), ...Array.from({ length: 46 }, (_, i) => 0.12 + (0.88 * i) / 45)],
  q: geometric(100, 1000, 12),
  flavours: [-3, -2, -1, 1, 2, 3, 21],
  xf: (flavour, x, q) => grv94.xf(flavour, x, q * q),
};

const TOP = { source: 'ttbar', events: 20_000, seed: 5 };

/** A folder with a member file, and a run that names it as a YAML file there would. */
function withPartons(text: string): Promise<Run> {
  const base = temporaryFolder();
  writeFileSync(join(base, 'GRV94LO_0000.dat'), text);
  return runStage({ ...TOP, partons: 'GRV94LO_0000.dat' }, { base });
}

describe('parton distributions of a file', () => {
  it('are those in closed form where the file holds these', async () => {
    const [formula, grid] = [await runStage(TOP), await withPartons(gridFile(GRID))];
    const [expected, received] = [
      await readEventFile(formula.events),
      await readEventFile(grid.events),
    ];
    expect(received.metadata.generators).toEqual(['deelema, leading order, GRV94LO_0000']);
    // Four standard errors of 7e-4 each; bicubic interpolation is good to 1e-4 on these knots.
    const ratio = received.metadata.crossSection!.value / expected.metadata.crossSection!.value;
    expect(Math.abs(ratio - 1)).toBeLessThan(4e-3);
    // √(nm/(n + m)) D < 1.95 holds for 99.9 % of all pairs of independent samples.
    for (const name of ['b1_E', 'c1_pz', 'ptmiss_x']) {
      const [one, two] = [expected, received].map(({ batches }) =>
        Float64Array.from(batches[0].columns[name])
      );
      expect(kolmogorovOfTwo(one, two), name).toBeLessThan(1.95);
    }
  });

  it('decide on the cross-section: with twice the quarks there are more of them', async () => {
    const richer = (flavour: number, x: number, q: number): number =>
      (flavour === 21 ? 1 : 2) * GRID.xf(flavour, x, q);
    const [one, two] = [
      await withPartons(gridFile(GRID)),
      await withPartons(gridFile({ ...GRID, xf: richer })),
    ];
    const [less, more] = [await crossSection(one), await crossSection(two)];
    // g g, nine tenths of t t̄ at 13 TeV, stays; q q̄ is four times as frequent.
    expect(more / less).toBeGreaterThan(1.2);
    expect(more / less).toBeLessThan(1.6);
  });

  it('are refused where the file is cut short, in one sentence that names it', async () => {
    const text = gridFile(GRID);
    const error = await errorOf(withPartons(text.slice(0, text.length / 2)));
    expect(error.message).toMatch(/GRV94LO_0000.* ends without a line ---.*cut short.*\.$/);
    expect(error.exitCode).toBe(1);
  });
});

async function crossSection(run: Run): Promise<number> {
  return (await readEventFile(run.events)).metadata.crossSection!.value;
}
