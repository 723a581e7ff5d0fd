import { writeFile } from 'node:fs/promises';
import { scalarsCsv, tensorBoardEvents } from '@deelema/training-log';
import type { Scalars } from '@deelema/training-log';
import type { HistoryEntry } from '@deelema/records';

/**
 * Writes the course of a training as CSV and for TensorBoard.
 *
 * One row per epoch of all phases, counted through: phase, losses, masses and resolutions, GeV.
 *
 * @param paths Of both files.
 * @param history From the first phase to the last.
 */
export async function writeScalars(
  paths: { readonly csv: string; readonly tensorBoard: string },
  history: readonly HistoryEntry[]
): Promise<void> {
  const phases = [...new Set(history.map(({ phase }) => phase))];
  const rows = history.map((entry, i): Scalars => {
    const values: Record<string, number> = {
      phase: phases.indexOf(entry.phase) + 1,
      'loss/train': entry.trainLoss,
      learning_rate: entry.learningRate,
    };
    if (entry.validationLoss !== null) values['loss/validation'] = entry.validationLoss;
    for (const [name, mass] of Object.entries(entry.masses)) values[`mass/${name}`] = mass;
    for (const [name, tau] of Object.entries(entry.resolutions ?? {})) {
      values[`resolution/${name}`] = tau;
    }
    return { step: i + 1, values };
  });
  await writeFile(paths.csv, scalarsCsv(rows));
  await writeFile(paths.tensorBoard, tensorBoardEvents(rows));
}
