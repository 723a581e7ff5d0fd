import { fileURLToPath } from 'node:url';

/** A committed event file of `datasets/samples`. */
export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../../../../datasets/samples/${name}`, import.meta.url));
}

export const GLUINO_SAMPLE = 'gluino-antler-1000-800-700.lhe.gz';
export const TOP_SAMPLE = 'ttbar-dilepton-13tev.lhe.gz';
