// @ts-check
// node print-source.mjs <dataset>: prints the digest of the event file a dataset reads; part of a task's hash.
import { readConfig, sourceDigest, sourceFile } from '@deelema/workflow';

const root = process.cwd();
const file = sourceFile(root, await readConfig(root, 'dataset', process.argv[2] ?? ''));
console.log(`source:${file ? await sourceDigest(root, file) : 'none'}`);
