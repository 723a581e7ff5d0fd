/**
 * The leaves of a JSON value as text; one inside another is named by its path, e.g. `network.width`.
 *
 * Lists are leaves. An empty map has none.
 *
 * @param value The JSON value.
 * @returns Name and value of each, in their order.
 */
export function leaves(value: unknown, path = ''): [string, string][] {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(inner, path === '' ? key : `${path}.${key}`)
    );
  }
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}
