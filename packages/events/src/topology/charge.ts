/** Particles that are their own antiparticles, by the last two digits of the PDG id. */
const SELF_CONJUGATE = new Set([21, 22, 23, 25, 35, 36, 39, 45, 46, 51, 52, 53]);

/** Last two digits of an id from here on name the Standard Model partner. */
const FIRST_PARTNER_ID = 1_000_000;

/**
 * Electric charge by PDG id, in units of e/3; a superpartner has that of its partner.
 *
 * @param id PDG id; negative for the antiparticle.
 * @returns E.g. 2 for u, −3 for e⁻, 3 for W⁺; 0 also for ids it does not know.
 */
export function tripleCharge(id: number): number {
  const partner = partnerOf(id);
  const sign = Math.sign(id);
  if (partner >= 1 && partner <= 8) return sign * (partner % 2 === 0 ? 2 : -1);
  if (partner >= 11 && partner <= 18) return partner % 2 === 0 ? 0 : sign * -3;
  return partner === 24 || partner === 34 || partner === 37 ? sign * 3 : 0;
}

/**
 * PDG id of the antiparticle.
 *
 * @param id PDG id.
 * @returns −id, or the id itself for Majorana fermions and neutral bosons.
 */
export function antiparticle(id: number): number {
  return SELF_CONJUGATE.has(partnerOf(id)) ? id : -id;
}

function partnerOf(id: number): number {
  const number = Math.abs(id);
  return number >= FIRST_PARTNER_ID ? number % 100 : number;
}
