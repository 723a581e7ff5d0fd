import { lineValues, TERMS } from './broken-line.ts';
import type { Cut } from './cells.ts';
import type { Profile } from './profile.ts';
import type { Expected } from '../spectrum/goodness.ts';

/** Slices of the window on either side of the endpoint. */
const SLICES = 30;

/**
 * What is compared with the window of an endpoint: the fitted lines, in slices of which none reaches across the endpoint.
 *
 * @param cut Window and endpoint.
 * @param profile The fitted lines.
 * @param parameters Numbers that were fitted.
 */
export function expectedOf(cut: Cut, profile: Profile, parameters: number): Expected {
  return { slices: slicesOf(cut), density: (edge) => densityAt(profile, cut, edge), parameters };
}

function slicesOf({ low, at, high }: Cut): (readonly [from: number, to: number])[] {
  const side = (from: number, to: number) =>
    Array.from({ length: SLICES }, (_, k) => {
      const edge = (i: number) => Math.round(from + ((to - from) * i) / SLICES);
      return [edge(k), edge(k + 1)] as const;
    });
  return [...side(low, at), ...side(at, high)];
}

/** The fitted density, per bin. */
function densityAt({ edge, coefficients }: Profile, { low, at, high }: Cut, x: number): number {
  const values = new Float64Array(TERMS[edge.shape]);
  const lengths = { below: at - low, above: high - at, sigma: edge.sigma };
  lineValues(edge.shape, at - x, lengths, values, 0);
  return values.reduce((sum, value, j) => sum + value * coefficients[j], 0);
}
