import { availableParallelism } from 'node:os';
import {
  type EventBatch,
  eventEndings,
  type EventSource,
  InputError,
  openSource,
  saveEvents,
} from '@deelema/events';
import type { LoadedModel } from '@deelema/trained-model';
import { ConfigError } from '@deelema/workflow';
import { checkThere } from '../event-files/check-there.ts';
import { INTERRUPTED, interruptible } from '../event-files/interruption.ts';
import { type RateLine, rateLine } from '../event-files/rate-line.ts';
import { addSourceFlags, type SourceFlags, sourceOptions } from '../event-files/source-flags.ts';
import { leftOutText, listed } from '../event-files/text.ts';
import type { AddCommand } from '../main.ts';
import { checkMeasured } from '../mass-variables/check-measured.ts';
import { checkResultFile, resultEndings } from '../mass-variables/result-file.ts';
import { type PredictionSummary, SummaryOfPrediction } from '../prediction/prediction-summary.ts';
import { predictionText } from '../prediction/prediction-text.ts';
import { startEngine } from '../prediction/start-engine.ts';

interface Flags extends SourceFlags {
  readonly out?: string;
  readonly threads: number;
  readonly json?: boolean;
}

/** `deelema predict MODEL EVENTS`. */
export const predictCommand: AddCommand = (program, end) => {
  const command = program
    .command('predict')
    .description('Apply a trained model to the events of a file of any format.')
    .argument('<model>', 'the directory of a model: out/train/model of a pipeline')
    .argument('<events>', `the event file: ${listed(eventEndings('read'))}`)
    .option(
      '-o, --out <file>',
      `where to write momenta, masses and pairing: ${listed(resultEndings())}`
    )
    .option('--threads <n>', 'number of threads', wholeNumber, availableParallelism())
    .option('--json', 'print JSON');
  addSourceFlags(command)
    .addHelpText(
      'after',
      `
Examples:
  deelema predict pipelines/ttbar/out/train/model events.lhe.gz -o momenta.parquet
  deelema predict model events.csv --json`
    )
    .action(async (model: string, path: string, flags: Flags) => {
      if (await interruptible((signal) => predict(model, path, flags, signal))) return;
      console.error(INTERRUPTED);
      end(130);
    });
};

async function predict(
  dir: string,
  path: string,
  flags: Flags,
  signal: AbortSignal
): Promise<void> {
  checkThere(dir, 'the directory of a model');
  checkThere(path, 'an event file');
  if (flags.out !== undefined) checkResultFile(flags.out, path, 'predicted momenta');
  const { loadModel, readModelDirectory } = await import('@deelema/trained-model');
  const { record, weights } = await readModelDirectory(dir);
  const source = await openSource(path, sourceOptions(flags));
  const line = rateLine();
  try {
    await startEngine(flags.threads);
    const model = loadModel(record, weights);
    try {
      checkRoles(path, source, model);
      const summary = await write(path, source, model, { flags, signal, line });
      line.clear();
      print(summary, source, model, flags);
    } finally {
      model.dispose();
    }
  } finally {
    line.clear();
    await source.close();
  }
}

/** The file may be of another decay than the model. */
function checkRoles(path: string, source: EventSource, { needs, record }: LoadedModel): void {
  try {
    checkMeasured(path, source, needs);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const reason = error.message.replace(/\.$/, '');
    throw new InputError(`${reason}; the model is of the topology ${record.topology.name}.`);
  }
}

interface Work {
  readonly flags: Flags;
  readonly signal: AbortSignal;
  readonly line: RateLine;
}

async function write(
  path: string,
  source: EventSource,
  model: LoadedModel,
  { flags, signal, line }: Work
): Promise<PredictionSummary> {
  const { solveEvents } = await import('@deelema/trained-model');
  const summary = new SummaryOfPrediction(model);
  let done = 0;
  const onProgress = (events: number): void => line.update((done += events));
  async function* results(): AsyncGenerator<EventBatch> {
    for await (const batch of source.batches) {
      const result = await solveEvents(model, batch, { signal, onProgress });
      summary.add(result);
      yield result;
    }
    if (done === 0) throw new InputError(`${path}: there are no events in it.`);
  }
  const { metadata, format } = source;
  const { columns } = model;
  const all = results();
  if (flags.out === undefined) while (!(await all.next()).done);
  else await saveEvents(flags.out, { columns, metadata, from: format }, all);
  return summary.summary();
}

function print(
  summary: PredictionSummary,
  { dropped }: EventSource,
  { record }: LoadedModel,
  { out, json }: Flags
): void {
  const { recipe, topology, auxiliary } = record;
  if (json) {
    const about = { recipe, topology: topology.name, auxiliary };
    console.log(JSON.stringify({ out: out ?? null, model: about, ...summary, dropped }, null, 2));
    return;
  }
  const left = leftOutText(dropped);
  console.log(`${out ? `${out}: ` : ''}${summary.events} events${left && `; left out: ${left}`}`);
  console.log(predictionText(summary, record));
}

/** More threads than any one machine has cores for only cost memory. */
const MOST_THREADS = 1024;

function wholeNumber(text: string): number {
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new ConfigError(
    `--threads is "${text}": expected a whole number from 1 to ${MOST_THREADS}.`
  );
}
