import { availableParallelism } from 'node:os';

/** What carries out a graph. */
export type Provider = 'cpu' | 'cuda' | 'webgpu';

/** Settings of the engine. */
export interface EngineOptions {
  /** Number of threads of a run; the same bits come out only for the same number. */
  readonly threads: number;
  /** What carries out the graphs. */
  readonly provider: Provider;
  /**
   * Whether threads that have nothing to do wait busily for the next operation. A little faster where
   * nothing else runs; many times slower where something does.
   */
  readonly spinning: boolean;
  /** How far ONNX Runtime may rewrite a graph. */
  readonly graphOptimization: 'disabled' | 'basic' | 'extended' | 'all';
  /** Largest number of compiled graphs kept; the one used longest ago is dropped first. */
  readonly compiledGraphs: number;
  /**
   * Number of recorded operations from which the next outermost `tidy` begins a new run: raise it to
   * run several small training steps at once. A read always begins a new one.
   */
  readonly nodesPerRun: number;
  /** Number of recorded operations at which a run ends wherever it is. */
  readonly largestRun: number;
  /** If given, ONNX Runtime writes a profile of each compiled graph to files with this beginning. */
  readonly profile: string | undefined;
}

/** The settings before anyone changes them. */
export const DEFAULT_OPTIONS: EngineOptions = {
  threads: availableParallelism(),
  provider: 'cpu',
  spinning: false,
  graphOptimization: 'all',
  compiledGraphs: 32,
  nodesPerRun: 256,
  largestRun: 20_000,
  profile: undefined,
};

/** Every provider, in the order in which they are listed. */
export const PROVIDERS: readonly Provider[] = ['cpu', 'cuda', 'webgpu'];
const LEVELS: readonly string[] = ['disabled', 'basic', 'extended', 'all'];

/**
 * Checks settings.
 *
 * @param options All settings.
 * @throws RangeError that names the first one that cannot be.
 */
export function checkOptions(options: EngineOptions): void {
  for (const name of ['threads', 'compiledGraphs', 'nodesPerRun', 'largestRun'] as const) {
    const value = options[name];
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`${name} is ${value}, expected a whole number of at least 1.`);
    }
  }
  if (options.threads > 1024) {
    throw new RangeError(`threads is ${options.threads}, expected at most 1024.`);
  }
  const unknown = Object.keys(options).find((name) => !(name in DEFAULT_OPTIONS));
  if (unknown !== undefined) {
    const known = Object.keys(DEFAULT_OPTIONS).join(', ');
    throw new RangeError(`There is no option ${unknown}, expected one of ${known}.`);
  }
  expectOneOf('provider', options.provider, PROVIDERS);
  expectOneOf('graphOptimization', options.graphOptimization, LEVELS);
  if (typeof options.spinning !== 'boolean') {
    throw new RangeError(`spinning is ${String(options.spinning)}, expected true or false.`);
  }
  if (options.profile !== undefined && typeof options.profile !== 'string') {
    throw new RangeError(
      `profile is ${String(options.profile)}, expected the beginning of a path.`
    );
  }
}

function expectOneOf(name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new RangeError(`${name} is "${value}", expected one of ${known.join(', ')}.`);
}
