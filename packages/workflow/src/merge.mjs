// @ts-check
/**
 * Settings with others merged into them, as a JSON merge patch is: maps are merged key by key, all else is replaced,
 * and null takes a key away.
 *
 * @param {unknown} settings
 * @param {unknown} layer What is merged into them.
 * @returns {unknown} Neither argument is changed.
 * @see RFC 7396
 */
export function mergeSettings(settings, layer) {
  if (!isMapping(layer)) return layer;
  const kept = isMapping(settings) ? settings : {};
  const merged = Object.entries(layer).map(([key, value]) => [
    key,
    mergeSettings(kept[key], value),
  ]);
  const all = { ...kept, ...Object.fromEntries(merged) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isMapping(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
