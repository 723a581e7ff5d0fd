/** Largest Γ/m of a first parent: a broader one is mostly made far below its peak. */
export const MOST_WIDTH = 0.04;

/**
 * Least energy of a beam above the mass of a first parent, in units of 15 Γ: with less, the lightest
 * pairs crowd out the rest.
 */
export const MARGIN = 9;

/** What the windows take of the room for them, where they would need more. */
const SHARE = 0.99;

/**
 * The factor by which widths are reduced so that every mass of their windows is possible.
 *
 * @param rooms How much room there is for windows, in units of what the widths ask for: all must be more
 *  than 1; infinite for widths of 0.
 * @returns 1 if they are.
 */
export function narrowing(rooms: readonly number[]): number {
  const room = Math.min(...rooms);
  return room > 1 ? 1 : SHARE * room;
}
