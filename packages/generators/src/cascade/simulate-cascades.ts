import { BATCH_ROWS, type EventBatch } from '@deelema/events';
import { grv94lo } from '@deelema/parton-distributions';
import { atOnce, makeBlock } from '../block.ts';
import { withCascadeDefaults } from './cascade-defaults.ts';
import { cascadeGenerator } from './cascade-generator.ts';
import type { CascadeSettings } from './cascade-settings.ts';
import { checkCascades } from './check-cascades.ts';
import { withFittedCascadeWidths } from './fitted-cascade-widths.ts';

/**
 * Simulates events of any two decay chains, in this thread, protons by GRV94 LO.
 *
 * A pair as in the toy of `simulateEvents`, then decay by decay flat phase space with massless visible
 * particles. Masses follow Breit–Wigners, in either branch for itself; widths whose windows do not fit
 * are reduced until they do. The antler as two chains has the distributions of the toy, but other events.
 *
 * Cost: a warm-up of 0.06 s when the first batch is asked for, then 2 µs per antler.
 *
 * @param settings What to simulate; GeV.
 * @returns Batches of `BATCH_ROWS` events, the last one perhaps shorter, in memory of their own:
 *  `event`, the momenta of all roles, visible and invisible, `ptmiss_x`, `ptmiss_y`, `weight`, and the
 *  truth of what is smeared.
 * @throws RangeError at once if a parent cannot decay, if the beams are too weak for the pair, if a
 *  strongly produced pair is lighter than 2 GeV, if a chain has no steps, a step no visible particles or
 *  a role stands twice, if smearing names a stranger, or if a setting is no such number.
 * @see `cascadeGenerator`, `withFittedCascadeWidths`
 */
export function simulateCascades(settings: CascadeSettings): Generator<EventBatch, void, void> {
  const full = withCascadeDefaults(settings);
  checkCascades(full);
  return batches();

  function* batches(): Generator<EventBatch, void, void> {
    const generator = cascadeGenerator(withFittedCascadeWidths(full), grv94lo());
    const count = Math.ceil(full.events / BATCH_ROWS);
    for (let block = 0; block < count; ++block) {
      yield atOnce(makeBlock(generator, { ...full, source: 'cascade' }, block)).batch;
    }
  }
}
