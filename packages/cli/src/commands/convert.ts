import { convertEvents } from '@deelema/events';
import type { AddCommand } from '../main.ts';

/** `deelema convert FROM TO`. */
export const convertCommand: AddCommand = (program) => {
  program
    .command('convert')
    .description('Convert an event file: .lhe, .lhe.gz, .arrow and .csv, told by their endings.')
    .argument('<from>', 'the event file to read')
    .argument('<to>', 'the event file to write')
    .addHelpText(
      'after',
      `
Examples:
  deelema convert events.lhe.gz events.csv
  deelema convert pipelines/quickstart/out/train/events.arrow momenta.csv`
    )
    .action(async (from: string, to: string) => {
      const { rows } = await convertEvents(from, to);
      console.log(`${to}: ${rows} events`);
    });
};
