/** An array of numbers and nulls as `JSON.stringify` indents it; no string can hold a line break. */
const NUMBERS = /\[\n\s+((?:-?[\d.e+-]+|null)(?:,\n\s+(?:-?[\d.e+-]+|null))*)\n\s+\]/g;

/**
 * Indented JSON with each array of numbers on one line.
 *
 * @param value Anything that `JSON.stringify` takes.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.replace(NUMBERS, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`) + '\n';
}
