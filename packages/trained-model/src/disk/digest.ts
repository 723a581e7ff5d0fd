import { createHash } from 'node:crypto';

/** Size and SHA-256 of a file. */
export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes the digest of a file's content.
 *
 * @param content The content.
 */
export function digestOf(content: Uint8Array): Digest {
  return {
    bytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
