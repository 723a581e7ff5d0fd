#!/usr/bin/env node
// The command itself is compiled; in a fresh clone it compiles the packages first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('deelema: building the packages, once …');
  const root = join(import.meta.dirname, '../../..');
  const compiler = createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const { watchOutput } = await import(new URL('../dist/watch-output.js', import.meta.url).href);
watchOutput(process.stdout, (sentence) => {
  console.error(sentence);
  process.exitCode = 1;
});
const exitCode = await (await import(main.href)).main(process.argv);
process.exitCode ||= exitCode;
