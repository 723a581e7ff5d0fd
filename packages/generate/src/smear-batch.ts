import { VISIBLE_ROLES, type EventBatch, type Role } from '@deelema/events';
import { stream } from '@deelema/random';
import type { SmearingConfig } from './config-types.ts';
import { smearJets } from './smearing.ts';

/**
 * Smears one batch of a sample in place, with a random stream of its own.
 *
 * @param batch Events, overwritten.
 * @param config Who is smeared, and how much.
 * @param index Number of the batch in the sample, from 0.
 */
export function smearBatch(batch: EventBatch, config: SmearingConfig, index: number): void {
  const table = { pt: config.pt, sigma: config.resolution };
  smearJets(batch, smearedRoles(config), table, stream(config.seed, 'smear', index));
}

/** The roles that `objects` names: `a` stands for a1 and a2. */
function smearedRoles({ objects }: SmearingConfig): Role[] {
  const named = new Set<string>(objects);
  return VISIBLE_ROLES.filter((role) => named.has(role) || named.has(role.charAt(0)));
}
