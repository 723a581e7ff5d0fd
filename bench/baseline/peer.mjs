// @ts-check
/**
 * A mass variable of @deelema/mass-variables: node peer.mjs EVENTS VALUES mt2|m2cc b|ab TRIAL_MASS
 *
 * Answers each line on stdin, a number of passes over the events, with the CPU seconds of one of them, those of the
 * compiler and the garbage collector included, as a line of JSON. The values are in the file VALUES.
 */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { emptyMinima, m2ccColumns, mt2Columns } from '@deelema/mass-variables';
import { readSample } from './sample.mjs';

const [path = '', valuesPath = '', variable, name, mass] = process.argv.slice(2);
const subsystem = name === 'b' ? 'b' : 'ab';
const events = readSample(path);
const minima = emptyMinima(events.ptmissX.length);
const take = variable === 'mt2' ? takeMt2 : takeM2cc;

for await (const line of createInterface({ input: process.stdin })) {
  const passes = Number(line);
  const begin = process.cpuUsage();
  for (let pass = 0; pass < passes; ++pass) take();
  const { user, system } = process.cpuUsage(begin);
  writeFileSync(valuesPath, minima.value);
  console.log(JSON.stringify({ seconds: (user + system) / 1e6 / passes }));
}

function takeMt2() {
  mt2Columns(subsystem, events, Number(mass), minima.value);
}

function takeM2cc() {
  m2ccColumns(subsystem, events, Number(mass), minima);
}
