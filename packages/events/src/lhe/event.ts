/** Statuses of the Les Houches accord: incoming, outgoing, intermediate resonance. */
export const INCOMING = -1;
export const FINAL = 1;
export const INTERMEDIATE = 2;

/**
 * One event of an LHE file, as a struct of arrays over its particles. It is filled anew for every event: take
 * what is needed before going on to the next.
 *
 * @see hep-ph/0609017 for the meaning of the columns.
 */
export class LheEvent {
  /** Number of the event in the file, from 0. */
  number = -1;
  /** Line of its `<event>` tag, from 1. */
  line = 0;
  /** Event weight, XWGTUP. */
  weight = 0;
  /** Number of particles; the arrays may be longer. */
  count = 0;
  /** PDG ids, IDUP. */
  id = new Int32Array(16);
  /** Statuses, ISTUP. */
  status = new Int32Array(16);
  /** First mothers, MOTHUP(1): particle numbers from 1, 0 for none. */
  mother = new Int32Array(16);
  /** Momenta and generated masses, GeV. */
  px = new Float64Array(16);
  py = new Float64Array(16);
  pz = new Float64Array(16);
  m = new Float64Array(16);

  /** Makes room for one particle more and counts it. */
  addParticle(): number {
    if (this.count === this.id.length) this.grow();
    return this.count++;
  }

  private grow(): void {
    const length = 2 * this.id.length;
    for (const key of ['id', 'status', 'mother'] as const) {
      const longer = new Int32Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
    for (const key of ['px', 'py', 'pz', 'm'] as const) {
      const longer = new Float64Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
  }
}

/**
 * Particles that have a given particle as first mother, wherever they stand in the event.
 *
 * @param event The event.
 * @param mother Index of the mother, from 0.
 * @returns Their indices, from 0.
 */
export function daughters(event: LheEvent, mother: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < event.count; i++) {
    if (event.mother[i] === mother + 1 && i !== mother) found.push(i);
  }
  return found;
}
