/** Last two digits of neutral, colourless particles: neutrinos, γ, Z, Higgs bosons, graviton, dark matter. */
const NEUTRAL = new Set([12, 14, 16, 18, 22, 23, 25, 35, 36, 39, 45, 46, 51, 52, 53]);

/** Ids from here on are partners of Standard Model particles; their last two digits say of which. */
const FIRST_PARTNER_ID = 1_000_000;

/**
 * Whether a final particle leaves no trace in a detector.
 *
 * That is: neutrinos (12, 14, 16, 18), dark matter (51, 52, 53), and among supersymmetric and excited particles
 * those whose last two digits mark them neutral and colourless, e.g. χ̃⁰ (1000022, 1000023, …), sneutrinos
 * (1000012, 1000014, 1000016) and the gravitino (1000039).
 *
 * @param id PDG id; the sign does not matter.
 * @see Monte Carlo numbering scheme, Review of Particle Physics.
 */
export function isInvisible(id: number): boolean {
  const number = Math.abs(id);
  if (number >= FIRST_PARTNER_ID) return NEUTRAL.has(number % 100);
  return [12, 14, 16, 18, 51, 52, 53].includes(number);
}
