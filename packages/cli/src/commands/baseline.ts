import { availableParallelism } from 'node:os';
import { type MassVariables, massVariables, VARIABLE_NAMES } from '@deelema/baseline';
import {
  type EventBatch,
  eventEndings,
  type EventSource,
  InputError,
  openSource,
  saveEvents,
} from '@deelema/events';
import { ConfigError } from '@deelema/workflow';
import { checkThere } from '../event-files/check-there.ts';
import { INTERRUPTED, interruptible } from '../event-files/interruption.ts';
import { rateLine } from '../event-files/rate-line.ts';
import { addSourceFlags, type SourceFlags, sourceOptions } from '../event-files/source-flags.ts';
import { leftOutText, listed } from '../event-files/text.ts';
import type { AddCommand } from '../main.ts';
import { checkMeasured } from '../mass-variables/check-measured.ts';
import { type VariableFlags, variableSettings } from '../mass-variables/flags.ts';
import { checkResultFile, resultEndings } from '../mass-variables/result-file.ts';
import { summaryText } from '../mass-variables/summary-text.ts';

interface Flags extends SourceFlags, VariableFlags {
  readonly out?: string;
  readonly workers: number;
  readonly json?: boolean;
}

/** `deelema baseline EVENTS`. */
export const baselineCommand: AddCommand = (program, end) => {
  const command = program
    .command('baseline')
    .description('Take mass variables (M_T2, M_2CC, …) of the events of a file of any format.')
    .argument('<events>', `the event file: ${listed(eventEndings('read'))}`)
    .requiredOption('--m-c <mass>', 'trial mass of the invisible particles, GeV; or two: 0,80')
    .option('--m-b <mass>', 'trial mass of B for the subsystem (a), GeV; or two')
    .option('--m-y <mass>', 'mass of what decays to the pair, or √s, for m2cons and m2ccons; GeV')
    .option('--pz-y <pz>', 'its momentum along the beam, if known, GeV')
    .option(
      '--variables <names>',
      `some of ${VARIABLE_NAMES.join(', ')}`,
      'mt2_b,mt2_ab,m2cc_b,m2cc_ab'
    )
    .option('--visible-masses <masses>', 'take energies from momentum and mass, e.g. a=4.7,b=0')
    .option('-o, --out <file>', `where to write them: ${listed(resultEndings())}`)
    .option('--workers <n>', 'number of threads; changes no result', wholeNumber, cores())
    .option('--json', 'print JSON');
  addSourceFlags(command)
    .addHelpText(
      'after',
      `
Examples:
  deelema baseline events.lhe.gz --m-c 700 -o variables.parquet
  deelema baseline events.csv --m-c 0,80 --variables mt2_ab --json`
    )
    .action(async (path: string, flags: Flags) => {
      if (await interruptible((signal) => baseline(path, flags, signal))) return;
      console.error(INTERRUPTED);
      end(130);
    });
};

async function baseline(path: string, flags: Flags, signal: AbortSignal): Promise<void> {
  checkThere(path, 'an event file');
  const settings = variableSettings(flags);
  if (flags.out !== undefined) checkResultFile(flags.out, path);
  const source = await openSource(path, sourceOptions(flags));
  const line = rateLine();
  let done = 0;
  const onProgress = (events: number): void => line.update((done += events));
  try {
    checkMeasured(path, source);
    const sink = sinkTo(flags.out, source, path);
    const { workers } = flags;
    const result = await massVariables(source.batches, settings, sink, {
      workers,
      signal,
      onProgress,
    });
    line.clear();
    print(result, source, flags);
  } finally {
    line.clear();
    await source.close();
  }
}

/** Writes the results, if there is where to. */
function sinkTo(out: string | undefined, source: EventSource, path: string) {
  return async (columns: readonly string[], batches: AsyncIterable<EventBatch>): Promise<void> => {
    const some = atLeastOne(batches, path);
    if (out === undefined) while (!(await some.next()).done);
    else await saveEvents(out, { columns, metadata: source.metadata, from: source.format }, some);
  };
}

async function* atLeastOne(
  batches: AsyncIterable<EventBatch>,
  path: string
): AsyncGenerator<EventBatch> {
  let events = 0;
  for await (const batch of batches) {
    events += batch.length;
    yield batch;
  }
  if (events === 0) throw new InputError(`${path}: there are no events in it.`);
}

function print(result: MassVariables, { dropped }: EventSource, { out, json }: Flags): void {
  if (json) {
    console.log(JSON.stringify({ out: out ?? null, ...result, dropped }, null, 2));
    return;
  }
  const left = leftOutText(dropped);
  console.log(`${out ? `${out}: ` : ''}${result.events} events${left && `; left out: ${left}`}`);
  console.log(summaryText(result));
}

function cores(): number {
  return availableParallelism();
}

/** More threads than any one machine has cores for only cost memory. */
const MOST_WORKERS = 1024;

function wholeNumber(text: string): number {
  const workers = Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new ConfigError(
    `--workers is "${text}": expected a whole number from 1 to ${MOST_WORKERS}.`
  );
}
