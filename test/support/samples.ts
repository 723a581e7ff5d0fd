import { fileURLToPath } from 'node:url';

/** Committed samples of 5000 events each; their origin is described beside them. */
export const GLUINO_SAMPLE = 'gluino-antler-1000-800-700.lhe.gz';
export const TOP_SAMPLE = 'ttbar-dilepton-13tev.lhe.gz';

/** Path of a file in `datasets/samples`. */
export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../../datasets/samples/${name}`, import.meta.url));
}
