import { SPLITS } from '@deelema/events';
import { dealer, stream } from '@deelema/random';
import type { ContaminateConfig } from './config-types.ts';

/** How many events of one split become what. */
export interface Share {
  readonly events: number;
  readonly background: number;
  readonly exchanged: number;
}

/** What becomes of n events, 1 where it does. */
export interface Choice {
  readonly background: Uint8Array;
  /** Never where `background` is. */
  readonly exchanged: Uint8Array;
}

/**
 * How many events of each split become background, and in how many of the others b1 and b2 are exchanged.
 *
 *     n_background = round(f n),   n_exchanged = round(E_C (n − n_background))
 *
 * @param totals Numbers of events, in the order of `SPLITS`.
 * @param config The fractions.
 * @returns Shares in the same order.
 */
export function sharesOf(
  totals: readonly number[],
  { fraction, background }: ContaminateConfig
): Share[] {
  return totals.map((events) => {
    const mixed = background ? Math.round(background.fraction * events) : 0;
    return { events, background: mixed, exchanged: Math.round(fraction * (events - mixed)) };
  });
}

/**
 * Makes a function that chooses the events, batch after batch, by streams that depend on the seeds and the split
 * alone.
 *
 * @param shares How many of each split.
 * @param config The seeds.
 * @returns A function of the splits of n events.
 */
export function chooser(
  shares: readonly Share[],
  config: ContaminateConfig
): (split: Uint8Array) => Choice {
  const { seed, background: mixing } = config;
  const dealers = SPLITS.map((name, k) => {
    const { events, background, exchanged } = shares[k];
    const antlers = events - background;
    return {
      mix: mixing
        ? dealer(stream(mixing.seed, 'background', name), [antlers, background])
        : () => 0,
      exchange: dealer(stream(seed, 'contaminate', name), [antlers - exchanged, exchanged]),
    };
  });
  return (split) => {
    const background = split.map((k) => dealers[k].mix());
    const exchanged = split.map((k, i) => (background[i] === 1 ? 0 : dealers[k].exchange()));
    return { background, exchanged };
  };
}
