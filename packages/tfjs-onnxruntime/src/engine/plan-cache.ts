import { hashOf, sameStructure } from '../graph/structure.ts';
import type { Segment } from '../graph/segment.ts';
import { Plan } from './plan.ts';

/** The plans of the structures seen most recently. */
export class PlanCache {
  // A Map iterates in the order of insertion, so the first entry is the one used longest ago.
  readonly #plans = new Map<number, Plan[]>();
  #count = 0;

  /** Number of plans kept. */
  get size(): number {
    return this.#count;
  }

  /**
   * The plan of a segment, made if there is none.
   *
   * @param segment Whose structure is looked up.
   * @param largest Number of plans to keep.
   * @returns The plan.
   */
  async planOf(segment: Segment, largest: number): Promise<Plan> {
    const hash = hashOf(segment.structure);
    const plans = this.#plans.get(hash) ?? [];
    this.#plans.delete(hash);
    this.#plans.set(hash, plans);
    const known = plans.find((plan) => sameStructure(plan.structure, segment.structure));
    if (known !== undefined) return known;
    while (this.#count >= largest) await this.#dropOldest();
    const plan = new Plan(segment);
    // The entry may have been the one that was dropped.
    this.#plans.set(hash, plans);
    plans.push(plan);
    ++this.#count;
    return plan;
  }

  /** Releases all. */
  async clear(): Promise<void> {
    const plans = [...this.#plans.values()].flat();
    this.#plans.clear();
    this.#count = 0;
    for (const plan of plans) await plan.release();
  }

  async #dropOldest(): Promise<void> {
    for (const [hash, plans] of this.#plans) {
      const oldest = plans.shift();
      if (plans.length === 0) this.#plans.delete(hash);
      if (oldest === undefined) continue;
      --this.#count;
      await oldest.release();
      return;
    }
  }
}
