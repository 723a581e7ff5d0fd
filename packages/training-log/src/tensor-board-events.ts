import { PbfWriter } from 'pbf';
import { checkSteps, type Scalars } from './scalars.ts';
import { tfRecords } from './tf-record.ts';

/** Field numbers of TensorFlow's event.proto and summary.proto. */
const EVENT = { wallTime: 1, step: 2, fileVersion: 3, summary: 5 } as const;
const SUMMARY = { value: 1 } as const;
const VALUE = { tag: 1, simpleValue: 2 } as const;

/** What an event file begins with; readers look for it. */
const FILE_VERSION = 'brain.Event:2';

/**
 * The scalars of a training as a TensorBoard event file: a TFRecord file of `Event` messages, the version of the
 * format first, then one for each row.
 *
 * The same rows give the same bytes: `wall_time`, which TensorFlow takes from the clock, is the step, as if a step
 * took one second. TensorBoard shows it on the axes RELATIVE and WALL; on the axis STEP nothing is different. Values
 * are stored as float32, the format's only precision. The name of the file must hold `tfevents`.
 *
 * @param rows Rows in the order of their steps.
 * @returns The bytes of the file.
 * @throws RangeError if a step is not a whole number from 0 or less than the one before.
 */
export function tensorBoardEvents(rows: readonly Scalars[]): Uint8Array {
  checkSteps('tensorBoardEvents', rows);
  return tfRecords([versionEvent(), ...rows.map(scalarEvent)]);
}

function versionEvent(): Uint8Array {
  const writer = new PbfWriter();
  writer.writeDoubleField(EVENT.wallTime, 0);
  writer.writeStringField(EVENT.fileVersion, FILE_VERSION);
  return writer.finish();
}

function scalarEvent({ step, values }: Scalars): Uint8Array {
  const writer = new PbfWriter();
  writer.writeDoubleField(EVENT.wallTime, step);
  writer.writeVarintField(EVENT.step, step);
  writer.writeMessage(EVENT.summary, writeSummary, values);
  return writer.finish();
}

function writeSummary(values: Scalars['values'], writer: PbfWriter): void {
  for (const value of Object.entries(values)) writer.writeMessage(SUMMARY.value, writeValue, value);
}

function writeValue([tag, value]: [string, number], writer: PbfWriter): void {
  writer.writeStringField(VALUE.tag, tag);
  writer.writeFloatField(VALUE.simpleValue, value);
}
