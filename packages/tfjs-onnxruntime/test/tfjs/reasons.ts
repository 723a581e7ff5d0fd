import type { SpecOutcome } from './jasmine.ts';

/** Failures that follow from what the backend does not do, recognised by the error that says so. */
const RECOGNISED: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [
    /The kernel \w+ is not supported by the onnxruntime backend: ([^;]+);/,
    ([, reason]) => `Kernels that are not supported: ${reason}`,
  ],
  [
    /A tensor of type (\w+) was (?:given to|asked of) the onnxruntime backend/,
    ([, dtype]) => `Tensors of type ${dtype} are not supported`,
  ],
  [
    /expected less padding than a window is long/,
    () => 'Pooling with windows that lie in the padding as a whole is not supported',
  ],
];

/**
 * Specs whose tolerance of 0.001 is less than one rounding of float32 at their expected value, so that
 * they pass on one processor and not on another: exp(10) = 22026.46579… lies between two numbers that
 * are 0.002 apart, and so does a tangent of 30144.1757….
 */
const UNDECIDED: ReadonlySet<string> = new Set([
  'exp: int32',
  'tan: numbers exceed float32 precision',
]);

/** Whether it is the same on every machine if a spec passes. */
export function isDecided({ suite, spec }: SpecOutcome): boolean {
  return !UNDECIDED.has(`${suite}: ${spec}`);
}

/**
 * Why a spec is known not to pass.
 *
 * @param outcome Of a spec that failed.
 * @returns The reason; undefined if there is none, so that it should pass.
 */
export function reasonOf({ messages }: SpecOutcome): string | undefined {
  for (const message of messages) {
    for (const [pattern, reason] of RECOGNISED) {
      const match = pattern.exec(message);
      if (match !== null) return reason(match);
    }
  }
  return undefined;
}
