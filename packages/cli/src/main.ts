import { Command, CommanderError } from 'commander';
import { baselineCommand } from './commands/baseline.ts';
import { convertCommand } from './commands/convert.ts';
import { doctorCommand } from './commands/doctor.ts';
import { inspectCommand } from './commands/inspect.ts';
import { newCommand } from './commands/new.ts';
import { predictCommand } from './commands/predict.ts';
import { runCommand } from './commands/run.ts';
import { verifyCommand } from './commands/verify.ts';

const EXIT_CODES = `
Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 130 interrupted.`;

/**
 * The `deelema` command.
 *
 * @param argv As `process.argv`: Node, script, words.
 * @returns The exit code.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const state = { exitCode: 0 };
  const program = createProgram((exitCode) => (state.exitCode = exitCode));
  try {
    await program.parseAsync(argv);
    return state.exitCode;
  } catch (error) {
    return report(error);
  }
}

function createProgram(end: (exitCode: number) => void): Command {
  const program = new Command('deelema')
    .description('Particle masses from collider events with invisible particles.')
    .addHelpText('after', EXIT_CODES)
    .showSuggestionAfterError()
    .exitOverride();
  for (const add of COMMANDS) add(program, end);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Adds a command to the program; `end` takes its exit code. */
export type AddCommand = (program: Command, end: (exitCode: number) => void) => void;

const COMMANDS: readonly AddCommand[] = [
  newCommand,
  runCommand,
  baselineCommand,
  predictCommand,
  convertCommand,
  inspectCommand,
  verifyCommand,
  doctorCommand,
];

/** Commander has printed its own errors; ours are printed as their sentence, bugs with their stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { exitCode, message, stack } = error as Error & { exitCode?: unknown };
  console.error(typeof exitCode === 'number' ? message : stack);
  return typeof exitCode === 'number' ? exitCode : 1;
}
