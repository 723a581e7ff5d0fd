import { availableParallelism } from 'node:os';
import { sizeText } from '../event-files/text.ts';
import { expectedText, tookText } from './duration-text.ts';
import type { Forecast, TaskForecast, Totals } from './forecast.ts';

/**
 * A forecast for people: one line per task, then the sums.
 *
 * @param forecast Of a run.
 */
export function forecastText({ tasks, totals }: Forecast): string {
  const width = Math.max(12, ...tasks.map(({ task }) => task.title.length));
  const states = tasks.map(stateText);
  const lines = tasks.map(
    ({ task }, i) => `${task.title.padEnd(width)} ${states[i]}  ${task.folder}`
  );
  return [...lines, '', ...totalsText(totals)].join('\n');
}

function stateText({ expected, tookBefore }: TaskForecast): string {
  if (!expected) return 'up to date';
  if (expected.source === 'unknown') return `to run, unknown: ${expected.reason}`;
  return `to run, ${timeText(expected.seconds, expected.source, tookBefore)}, ${roundSize(expected.bytes)}`;
}

function timeText(seconds: number, source: string, tookBefore: number | undefined): string {
  if (source === 'record') return `took ${tookText(seconds)} before`;
  const before =
    source === 'scaled record' ? ` (took ${tookText(tookBefore ?? 0)} with other settings)` : '';
  return `about ${expectedText(seconds)}${before}`;
}

/** Sizes to two digits: no forecast knows more. */
function roundSize(bytes: number): string {
  return sizeText(Number(bytes.toPrecision(2)));
}

function totalsText(totals: Totals): string[] {
  const { toRun, unknown, bytes, freeBytes } = totals;
  if (toRun === 0) return ['Nothing to run: everything is up to date.'];
  const number = toRun === 1 ? '1 task to run' : `${toRun} tasks to run`;
  if (unknown === toRun) return [`${number}: nobody knows how long before they have run once.`];
  const lines = [`${number}: ${timeOf(totals)}`, diskOf(totals)];
  if (unknown > 0) lines.push(`Not counted: ${unknown} of them, of which nothing is known.`);
  if (2 * bytes > freeBytes) lines.push(FULL);
  return lines;
}

function timeOf({ seconds, unknown }: Totals): string {
  const cores = availableParallelism();
  const machine = `on this machine (${cores} ${cores === 1 ? 'core' : 'cores'})`;
  return `${bound(unknown)} ${expectedText(seconds)} ${machine}, one after the other.`;
}

function diskOf({ bytes, freeBytes, unknown }: Totals): string {
  const sizes = `${roundSize(bytes)} of outputs and as much in .nx/cache, ${roundSize(2 * bytes)} together`;
  return `On disk: ${bound(unknown)} ${sizes}; ${roundSize(freeBytes)} are free.`;
}

function bound(unknown: number): string {
  return unknown > 0 ? 'at least about' : 'about';
}

const FULL =
  'Warning: the disk is too small for this. Free some space first, e.g. with npx nx reset, which empties .nx/cache.';
