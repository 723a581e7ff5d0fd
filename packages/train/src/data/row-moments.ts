import { INPUT_COLUMNS } from '@deelema/records';
import type { InputScaling } from '@deelema/records';
import { ROW_LENGTH } from './rows.ts';
import type { Sample } from './training-data.ts';

/**
 * Mean and standard deviation of each network input over the rows themselves, where they are not those
 * of `scaling.json`: in the canonical frame, or in both pairings.
 *
 * Each event counts once whatever its weight. In both pairings b1 and b2 have the same moments, those of
 * all b's.
 *
 * @param sample The training split; one event or more.
 * @param pairing Which pairings the network is given.
 * @param scale Unit of the rows, GeV.
 * @returns One entry per `INPUT_COLUMNS`, in that order, GeV.
 */
export function rowMoments(
  { rows, length }: Sample,
  pairing: 'given' | 'blind',
  scale: number
): InputScaling[] {
  return INPUT_COLUMNS.map((name, j) => {
    const alike = pairing === 'blind' ? new Set([j, exchanged(j)]) : [j];
    // In one order, so that both b's get the same to the last bit.
    const columns = [...alike].sort((one, other) => one - other);
    const meanOf = (of: (value: number) => number): number => {
      let sum = 0;
      for (const column of columns) {
        for (let i = 0; i < length; ++i) sum += of(rows[i * ROW_LENGTH + column]);
      }
      return sum / (length * columns.length);
    };
    const mean = meanOf((value) => value);
    const variance = meanOf((value) => (value - mean) ** 2);
    return { name, mean: mean * scale, std: Math.sqrt(variance) * scale };
  });
}

const [B1, B2] = ['b1_E', 'b2_E'].map((name) => INPUT_COLUMNS.indexOf(name));

/** Column of the same quantity of the other b; its own of all else. */
function exchanged(column: number): number {
  if (column >= B1 && column < B1 + 4) return column - B1 + B2;
  return column >= B2 && column < B2 + 4 ? column - B2 + B1 : column;
}
