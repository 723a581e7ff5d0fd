/** A block of a lhagrid1 file to be written. */
export interface Block {
  readonly x: readonly number[];
  /** Knots in Q, GeV. */
  readonly q: readonly number[];
  readonly flavours: readonly number[];
  /** x f of a flavour at x and Q, GeV. */
  readonly xf: (flavour: number, x: number, q: number) => number;
}

export const HEADER = 'PdfType: central\nFormat: lhagrid1\n---\n';

/** Text of a member file in the format of LHAPDF6, numbers with all their digits. */
export function gridFile(...blocks: readonly Block[]): string {
  return HEADER + blocks.map((block) => `${blockLines(block).join('\n')}\n---\n`).join('');
}

function blockLines({ x, q, flavours, xf }: Block): string[] {
  const values = x.flatMap((a) => q.map((b) => flavours.map((f) => xf(f, a, b)).join(' ')));
  return [x.join(' '), q.join(' '), flavours.join(' '), ...values];
}

/** n numbers from low to high in equal ratios. */
export function geometric(low: number, high: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => low * (high / low) ** (i / (n - 1)));
}
