import { createHash } from 'node:crypto';

/**
 * What a browser may load for a page: nothing from outside, and no scripts but its own.
 *
 * @param scripts What stands between the tags of each, to the last space.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  );
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${hashes.join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
