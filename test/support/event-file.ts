import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { REPOSITORY } from './workspace.ts';

/** A committed sample of real events. */
export type Sample = 'gluino-antler-1000-800-700' | 'ttbar-dilepton-13tev';

/**
 * Writes the first events of a committed sample as a Les Houches file of their own.
 *
 * @param path Where to; compressed if it ends in `.gz`.
 * @param sample Which sample.
 * @param events How many events.
 */
export function writeEventFile(path: string, sample: Sample, events: number): void {
  const text = gunzipSync(
    readFileSync(join(REPOSITORY, 'datasets/samples', `${sample}.lhe.gz`))
  ).toString();
  const pieces = text.split('</event>\n').slice(0, events);
  const file = `${pieces.join('</event>\n')}</event>\n</LesHouchesEvents>\n`;
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(file) : file);
}
