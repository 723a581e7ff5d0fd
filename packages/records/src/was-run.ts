import type { Evaluation } from './evaluation.ts';

/**
 * Whether what a quantity comes from was there at all: a number may be missing because nobody asked for it.
 *
 * @param quantity Its name, e.g. `likelihood.mA`.
 * @param evaluation Of the member.
 * @returns False if the pipeline leaves it out; true also where its number is not defined.
 */
export function wasRun(quantity: string, evaluation: Evaluation): boolean {
  const { measurements, baselines, measured, truth } = evaluation;
  const [family, name] = quantity.split('.');
  switch (family) {
    case 'likelihood':
    case 'solvability':
      return isThere(measurements, family);
    case 'endpoint':
      return isThere(baselines, name);
    case 'm2ccMomenta':
      return isThere(baselines, 'm2cc_ab') && (truth === null || isThere(truth, 'm2cc'));
    case 'resolution':
    case 'pull':
      return measured !== null;
    case 'pulls':
      return measured?.experiments !== undefined;
    default:
      return true;
  }
}

/** A part of a document is null where its stage did not run it, and all of them are where there was no such stage. */
function isThere(parts: Readonly<Record<string, unknown>> | null, name: string): boolean {
  return (parts?.[name] ?? null) !== null;
}
