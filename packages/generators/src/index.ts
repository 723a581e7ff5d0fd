export { simulateEvents } from './simulation/simulate-events.ts';
export type { SimulationSettings } from './simulation/simulation-settings.ts';

export { simulateCascades } from './cascade/simulate-cascades.ts';
export type { CascadeBranch, CascadeSettings, CascadeStep } from './cascade/cascade-settings.ts';

export { eventGenerator } from './event-generator.ts';
export type { EventGenerator, ProcessSettings } from './event-generator.ts';
export type { ToySettings } from './toy.ts';
export type { TopPairSettings } from './ttbar.ts';

export { atOnce, makeBlock } from './block.ts';
export type { Block, BlockSettings, Steps } from './block.ts';
export { ROOM_BYTES } from './event-columns.ts';
export { addCounts, NO_COUNTS } from './production-counts.ts';
export type { ProductionCounts } from './production-counts.ts';
export { WINDOW_WIDTHS } from './decay/breit-wigner.ts';

export { smearBatch } from './smearing/smear-batch.ts';
export {
  smearedColumns,
  smearedObjects,
  smearingText,
  trueColumnsAmong,
} from './smearing/smeared-objects.ts';
export type { SmearedObjects, SmearingSettings } from './smearing/smearing-settings.ts';
