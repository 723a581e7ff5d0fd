// Runs the tests that TensorFlow.js publishes for its backends against this one, and sends what became
// of each to the parent process. Needs ../support/typescript.mjs and ./core-modules.mjs.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BACKEND_NAME } from '../../src/backend.ts';
import { useOnnxRuntime } from '../../src/index.ts';
import type { Jasmine, SpecOutcome, SpecResult } from './jasmine.ts';

const require = createRequire(import.meta.url);
const jasmineCore = require('jasmine-core') as { boot: (core: unknown) => Jasmine };
const jasmine = jasmineCore.boot(jasmineCore);
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;

const CORE = '@tensorflow/tfjs-core';
const folder = join(dirname(require.resolve(`${CORE}/package.json`)), 'dist');

/** The files that test operations, gradients, optimisers and the engine; the others test no backend. */
function testFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) =>
      /^(?:(?:ops|optimizers|public)\/.*|\w+)_test\.js$/.test(path.replaceAll(sep, '/'))
    )
    .sort();
}

interface TestEnvironments {
  setTestEnvs(environments: { name: string; backendName: string; isDataSync: boolean }[]): void;
}

await import(`${CORE}/dist/register_all_gradients`);
await import(`${CORE}/dist/public/chained_ops/register_all_chained_ops`);
const environments = (await import(`${CORE}/dist/jasmine_util`)) as TestEnvironments;
environments.setTestEnvs([{ name: BACKEND_NAME, backendName: BACKEND_NAME, isDataSync: false }]);
await useOnnxRuntime({ threads: 1 });
for (const path of testFiles()) await import(pathToFileURL(join(folder, path)).href);

/** Suites that run against a backend have its name and flags in theirs. */
const MARK = ` ${BACKEND_NAME} {} `;
const outcomes: SpecOutcome[] = [];
const environment = jasmine.getEnv();
environment.configure({
  random: false,
  specFilter: (spec: { getFullName: () => string }) => spec.getFullName().includes(MARK),
});
environment.addReporter({
  specDone: ({ fullName, status, failedExpectations }: SpecResult) => {
    if (status === 'excluded') return;
    const [suite, spec] = fullName.split(MARK);
    const messages = failedExpectations.map(({ message }) => message);
    outcomes.push({ suite, spec, status, messages });
  },
});
await environment.execute();
process.send!(outcomes, () => process.exit());
