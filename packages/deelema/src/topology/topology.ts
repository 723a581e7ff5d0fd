export { ANTLER, branchesAlike, visibleRoles } from './decay-topology.ts';
export type { DecayBranch, DecayStep, DecayTopology } from './decay-topology.ts';
export { childOf, massNames } from './masses.ts';
export { pairings } from './pairings.ts';
export { checkTopology } from './check-topology.ts';
export { topologyFromConfig } from './topology-from-config.ts';
export type { TopologyConfig } from './topology-from-config.ts';
