// @ts-check
import { createHash } from 'node:crypto';

/**
 * A JSON value with the keys of every object sorted, so that key order never matters.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, canonical(entry)]));
}

/**
 * SHA-256 of text or bytes.
 *
 * @param {string | Uint8Array} content
 * @returns {string} 64 hexadecimal digits.
 */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * SHA-256 of a JSON value, independent of the order of its keys.
 *
 * @param {unknown} value
 * @returns {string} 64 hexadecimal digits.
 */
export function digest(value) {
  return sha256(JSON.stringify(canonical(value)) ?? 'undefined');
}
