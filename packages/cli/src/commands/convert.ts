import { type ConvertCounts, convertEvents, eventEndings } from '@deelema/events';
import { checkThere } from '../event-files/check-there.ts';
import { INTERRUPTED, interruptible } from '../event-files/interruption.ts';
import { rateLine } from '../event-files/rate-line.ts';
import { addSourceFlags, type SourceFlags, sourceOptions } from '../event-files/source-flags.ts';
import { leftOutText, listed } from '../event-files/text.ts';
import type { AddCommand } from '../main.ts';

/** `deelema convert FROM TO`. */
export const convertCommand: AddCommand = (program, end) => {
  const command = program
    .command('convert')
    .description(`Convert an event file to ${listed(eventEndings('written'))}.`)
    .argument('<from>', `the event file to read: ${listed(eventEndings('read'))}`)
    .argument('<to>', 'the event file to write; its ending says the format');
  addSourceFlags(command)
    .option('--sample <line>', 'one line that says what the events are')
    .addHelpText(
      'after',
      `
Examples:
  deelema convert events.lhe.gz events.parquet
  deelema convert ntuple.root events.arrow --columns map.yaml --unit MeV
  deelema convert pipelines/quickstart/out/train/events.arrow momenta.csv.gz`
    )
    .action(async (from: string, to: string, flags: SourceFlags & { sample?: string }) => {
      const done = await interruptible((signal) => convert(from, to, flags, signal));
      if (done) return;
      console.error(INTERRUPTED);
      end(130);
    });
};

async function convert(
  from: string,
  to: string,
  flags: SourceFlags & { sample?: string },
  signal: AbortSignal
): Promise<void> {
  checkThere(from, 'an event file');
  const line = rateLine();
  const onProgress = (events: number): void => line.update(events);
  const options = { ...sourceOptions(flags), sample: flags.sample, signal, onProgress };
  try {
    const counts = await convertEvents(from, to, options);
    line.clear();
    const left = leftOutText(counts.dropped);
    console.log(`${to}: ${counts.written} events${left && `; left out: ${left}`}`);
    for (const note of notes(counts)) console.error(`note: ${note}`);
  } finally {
    line.clear();
  }
}

/** What the new file lacks. */
function notes({ ignored, losses }: ConvertCounts): string[] {
  if (ignored.length === 0) return [...losses];
  const names = ignored.map((name) => name || '""').join(', ');
  return [`Passed over, for the names are not ours: ${names}.`, ...losses];
}
