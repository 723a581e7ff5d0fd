import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { checkEvents, checkMinima, trialMasses } from './check-columns.ts';
import { SplitMomenta } from './m2-cons/momenta.ts';
import { checkResonance, type Resonance } from './m2-cons/resonance.ts';
import { RapidityScan } from './m2-cons/search.ts';
import { Splitting } from './m2-cons/splitting.ts';
import { writeMinimum, writeNone } from './m2-cons/write-minimum.ts';
import { Preparation } from './m2/prepare.ts';
import { emptyMinima, type Minima } from './minima.ts';
import { STATUS, type Status } from './status.ts';
import type { TrialMass } from './variable.ts';

/** One of each for all calls, so that no event allocates; nothing in them outlives a call. */
const preparation = new Preparation();
const splitting = new Splitting();
const momenta = new SplitMomenta();
const scan = new RapidityScan();

/** The statuses of an event with a minimum. */
const FOUND: readonly Status[] = [STATUS.ok, STATUS.oneSided, STATUS.found];

/**
 * M_2Cons of each of n events Y → A₁A₂ with a resonance of known mass, in GeV.
 *
 *     M_2Cons = min over k₁, k₂ of max(M₁, M₂),
 *     with k₁T + k₂T = pTmiss, k_i² = m_i², and the mass of all visibles + k₁ + k₂ equal to m_Y
 *
 * M_i is the mass of a_i + b_i + k_i in (ab), of b_i + k_i in (b). At a given rapidity of Y the
 * minimum is a closed form, so only one unknown is searched, and none where `pz` is given.
 *
 * The status is `ok` where the minimum is proven to be the global one, and `oneSided` where it is because
 * one mass is at its threshold; `found` where it is the lowest of a scan of the rapidity, over
 * which the mass has up to a few minima. With the true masses it is never above the true M of the
 * heavier branch. An event costs some microseconds.
 *
 * @param subsystem Which particles make up M_i.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of the invisible particles, one for both or one for each, GeV.
 * @param resonance Mass of Y, or √s of a collision; and its momentum along the beam, if known.
 * @param out Receives the minima. Allocated if omitted.
 * @returns `out`.
 * @throws RangeError if a mass or pz is no number it can be, or if the columns differ in length.
 * @see P. Konar, A. K. Swain, arXiv:1509.00298. Deviation: they minimise numerically in four unknowns.
 */
export function m2ConsColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  resonance: Resonance,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  splitting.equal = false;
  return allEvents('m2ConsColumns', subsystem, events, mInvisible, resonance, out);
}

/**
 * M_2CCons of each of n events: M_2Cons with both masses equal, in GeV.
 *
 *     M_2CCons = min over k₁, k₂ of M₁,
 *     with M₁ = M₂, k₁T + k₂T = pTmiss, k_i² = m_i², and the mass of the whole event equal to m_Y
 *
 * Never below M_2Cons. The status `infeasible` says that no momenta make up m_Y, or with a given `pz` also
 * that none make the masses equal; `unresolved`, that the scan of the rapidity met none that do.
 *
 * Deviation: the m2CCons of YAM2 2.0 holds both masses at a given value; here they are equal.
 *
 * @param subsystem Which particles make up M_i.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of the invisible particles, one for both or one for each, GeV.
 * @param resonance Mass of Y, or √s of a collision; and its momentum along the beam, if known.
 * @param out Receives the minima. Allocated if omitted.
 * @returns `out`.
 * @throws RangeError if a mass or pz is no number it can be, or if the columns differ in length.
 * @see `m2ConsColumns`
 */
export function m2cConsColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  resonance: Resonance,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  splitting.equal = true;
  return allEvents('m2cConsColumns', subsystem, events, mInvisible, resonance, out);
}

function allEvents(
  name: string,
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  resonance: Resonance,
  out: Minima
): Minima {
  const [m1, m2] = trialMasses(name, mInvisible);
  const n = events.ptmissX.length;
  checkEvents(name, events, n);
  checkMinima(name, out, n);
  checkResonance(name, resonance);
  preparation.m1 = m1;
  preparation.m2 = m2;
  for (let i = 0; i < n; ++i) {
    const status = oneEvent(subsystem, events, i, resonance, out);
    out.status[i] = status;
    if (!FOUND.includes(status)) writeNone(out, i);
  }
  return out;
}

/** Writes the minimum of event i, if it has one. */
function oneEvent(
  subsystem: Subsystem,
  events: AntlerEvents,
  i: number,
  { mass, pz }: Resonance,
  out: Minima
): Status {
  if (!preparation.set(subsystem, events, i)) return STATUS.invalidInput;
  const { problem, unit } = preparation;
  const { event } = splitting;
  event.set(subsystem, problem, mass / unit);
  if (!(event.reach >= 0)) return STATUS.infeasible;
  const known = pz !== undefined;
  const eta = known ? Math.asinh(pz / (unit * event.mT)) - event.rapidity : scan.lowest(splitting);
  if (Math.abs(eta) > event.reach) return STATUS.infeasible;
  const level = splitting.at(eta);
  if (level > splitting.impossible) return known ? STATUS.infeasible : STATUS.unresolved;
  momenta.set(splitting);
  writeMinimum(out, i, splitting, momenta, level, unit);
  if (splitting.atThreshold(level)) return STATUS.oneSided;
  return known || momenta.certified(splitting, eta) ? STATUS.ok : STATUS.found;
}
