import { type SourceOptions, TOPOLOGIES, type TopologyName } from '@deelema/events';
import { ConfigError } from '@deelema/workflow';
import { type Command, Option } from 'commander';
import { readColumnMap } from './column-map.ts';

/** The flags that say how an event file is read, as commander hands them over. */
export interface SourceFlags {
  readonly topology?: TopologyName | 'auto';
  readonly columns?: string;
  readonly unit?: 'MeV' | 'GeV' | 'TeV';
  readonly tree?: string;
  readonly pairing?: 'auto' | 'straight' | 'crossed';
  readonly maxUnmatched?: number;
}

/**
 * Adds the flags that say how an event file is read.
 *
 * @param command The command.
 * @returns The same command.
 */
export function addSourceFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--topology <name>',
        'who plays A → a B, B → b C in LHE files, read or written; found out if left out'
      ).choices(['auto', ...Object.keys(TOPOLOGIES)])
    )
    .option('--columns <map.yaml>', 'which columns are which, in CSV, Arrow, Parquet and ROOT')
    .addOption(
      new Option('--unit <unit>', 'unit of energies in the file; GeV if left out').choices([
        'MeV',
        'GeV',
        'TeV',
      ])
    )
    .option('--tree <name>', 'the tree of a ROOT file that has several')
    .addOption(
      new Option(
        '--pairing <which>',
        'whether b1 belongs to l1 (straight) or to l2 (crossed) in .npz files'
      ).choices(['auto', 'straight', 'crossed'])
    )
    .option(
      '--max-unmatched <fraction>',
      'largest fraction of the events, 0 to 1, that may be left out: without the topology, or a value',
      parseFraction
    );
}

/**
 * What the flags say.
 *
 * @param flags The flags.
 * @returns The options of the reading functions, without those that are not given.
 * @throws ConfigError if the file of the column map is not one.
 */
export function sourceOptions(flags: SourceFlags): SourceOptions {
  const { topology, columns, unit, tree, pairing, maxUnmatched } = flags;
  const map = columns === undefined ? undefined : readColumnMap(columns);
  return { topology, columns: map, unit, tree, pairing, ...withoutUndefined({ maxUnmatched }) };
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<T>;
}

function parseFraction(text: string): number {
  const fraction = Number(text);
  if (text.trim() !== '' && fraction >= 0 && fraction <= 1) return fraction;
  throw new ConfigError(
    `--max-unmatched is "${text}": expected a fraction of the events, from 0 to 1.`
  );
}
