export { engineStatistics, useOnnxRuntime } from './register.ts';
export type { EngineStatistics } from './register.ts';
export type { EngineOptions, Provider } from './engine/options.ts';
export { availableProviders } from './engine/runtime.ts';
export type { ProviderStatus } from './engine/runtime.ts';
export { supportedKernels } from './kernels/define.ts';
