import { readLines } from '../disk/text-lines.ts';
import type { LheEvent } from './event.ts';
import { LheScanner } from './scanner.ts';

/**
 * Reads the events of an LHE file one after the other, packed with gzip or not; memory stays flat.
 *
 * @param path The file.
 * @param scanner What understands the lines; gives access to `<init>` while events come in.
 * @returns One and the same object, filled anew for every event.
 * @throws InputError that names file, line and event if the file is damaged or ends too early.
 */
export async function* scanEvents(
  path: string,
  scanner: LheScanner = new LheScanner(path)
): AsyncGenerator<LheEvent> {
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      if (scanner.line(line)) yield scanner.event;
    }
  }
  scanner.end();
}
