// @ts-check
// node scripts/write-kernel-table.mjs [--check]: docs/kernels.md, made from what the built package registers.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { supportedKernels } from '../dist/index.js';
import { unsupportedKernels } from '../dist/kernels/unsupported.js';
import { kernelTable } from './kernel-table.mjs';

const file = join(import.meta.dirname, '../docs/kernels.md');
const text = kernelTable(supportedKernels(), unsupportedKernels());

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/kernels.md is not what the backend registers: run this without --check.');
  process.exitCode = 1;
}
