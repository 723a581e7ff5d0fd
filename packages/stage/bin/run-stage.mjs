#!/usr/bin/env node
// run-stage <dataset|pipeline|study> <name> <stage>: one stage, with its own section of the YAML and nothing else.
import { main } from '../dist/index.js';

process.exitCode = await main(process.argv.slice(2));
