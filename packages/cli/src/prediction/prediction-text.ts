import type { ModelRecord } from '@deelema/trained-model';
import { table } from '../event-files/text.ts';
import type { PredictionSummary } from './prediction-summary.ts';

/**
 * What a model says of all events, for a terminal.
 *
 * @param summary Counts, masses.
 * @param record The model.
 * @returns A table of masses beside the model's auxiliary ones, and a line on pairings.
 */
export function predictionText(
  { masses, pairings, events }: PredictionSummary,
  { auxiliary }: Pick<ModelRecord, 'auxiliary'>
): string {
  const rows = Object.entries(masses).map(([name, { mean, median }]) => {
    const heavy = name.replace(/^m_(.*)[12]$/, '$1');
    return [name, ...[mean, median, auxiliary[heavy]].map((mass) => mass.toFixed(2))];
  });
  const lines = table([['mass, GeV', 'mean', 'median', 'trained'], ...rows]);
  if (!pairings) return lines.join('\n');
  const other = events - pairings[0];
  const share = ((100 * other) / events).toFixed(1);
  return [...lines, `pairing: ${other} events (${share} %) in another one than the file's`].join(
    '\n'
  );
}
