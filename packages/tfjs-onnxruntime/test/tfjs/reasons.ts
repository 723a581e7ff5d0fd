import type { SpecOutcome } from './jasmine.ts';

/** Failures that follow from what the backend does not do, recognised by what is thrown. */
const RECOGNISED: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/Kernel '(\w+)' not registered/, ([, kernel]) => `The kernel ${kernel} is not supported`],
  [
    /A tensor of type (\w+) was (?:given to|asked of)/,
    ([, dtype]) => `Tensors of type ${dtype} are not supported`,
  ],
];

/** Why particular specs fail, by suite and spec. */
const PARTICULAR: Readonly<Record<string, string>> = {};

/**
 * Why a spec is known not to pass.
 *
 * @param outcome Of a spec that failed.
 * @returns The reason, a sentence; undefined if there is none, so that it should pass.
 */
export function reasonOf({ suite, spec, messages }: SpecOutcome): string | undefined {
  const particular = PARTICULAR[`${suite}: ${spec}`];
  if (particular !== undefined) return particular;
  for (const message of messages) {
    for (const [pattern, reason] of RECOGNISED) {
      const match = pattern.exec(message);
      if (match !== null) return reason(match);
    }
  }
  return undefined;
}
