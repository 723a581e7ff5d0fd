/**
 * A manifest for a terminal: `key: value` lines, nested objects indented, numbers to six digits, what is empty left
 * out.
 *
 * @param value The manifest, or a part of it.
 * @param indent Blanks in front of each line.
 */
export function manifestText(value: object, indent = ''): string {
  return Object.entries(value)
    .filter(([, entry]) => !isEmpty(entry))
    .map(([key, entry]) => {
      if (entry === null || typeof entry !== 'object')
        return `${indent}${key}: ${formatValue(entry)}`;
      if (Array.isArray(entry)) return `${indent}${key}: ${entry.map(formatValue).join(', ')}`;
      return `${indent}${key}:\n${manifestText(entry as object, `${indent}  `)}`;
    })
    .join('\n');
}

function isEmpty(entry: unknown): boolean {
  return (
    entry === undefined ||
    (typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0)
  );
}

function formatValue(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}
