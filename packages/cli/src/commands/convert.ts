import { convertEvents, TOPOLOGIES, type TopologyName } from '@deelema/events';
import { Option } from 'commander';
import type { AddCommand } from '../main.ts';

/** `deelema convert FROM TO`. */
export const convertCommand: AddCommand = (program) => {
  program
    .command('convert')
    .description('Convert an event file: .lhe, .lhe.gz, .arrow and .csv, told by their endings.')
    .argument('<from>', 'the event file to read')
    .argument('<to>', 'the event file to write')
    .addOption(
      new Option(
        '--topology <name>',
        'who plays A → a B, B → b C, to write LHE from Arrow or CSV'
      ).choices(Object.keys(TOPOLOGIES))
    )
    .option(
      '--drop',
      'leave out and count events that do not have the topology, instead of failing'
    )
    .addHelpText(
      'after',
      `
Examples:
  deelema convert events.lhe.gz events.csv
  deelema convert pipelines/quickstart/out/train/events.arrow momenta.csv`
    )
    .action(async (from: string, to: string, { topology, drop }: ConvertFlags) => {
      const { written, dropped } = await convertEvents(from, to, {
        ...(topology === undefined ? {} : { topology }),
        unmatched: drop ? 'drop' : 'fail',
      });
      console.log(`${to}: ${written} events${formatDropped(dropped)}`);
    });
};

interface ConvertFlags {
  readonly topology?: TopologyName;
  readonly drop?: boolean;
}

/** E.g. `; left out: 12 (no antler)`; empty if nothing was. */
function formatDropped(dropped: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  if (reasons.length === 0) return '';
  return `; left out: ${reasons.map(([reason, count]) => `${count} (${reason})`).join(', ')}`;
}
