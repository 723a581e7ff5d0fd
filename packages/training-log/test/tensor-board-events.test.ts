import { describe, expect, it } from 'vitest';
import { tensorBoardEvents } from '../src/tensor-board-events.ts';
import { readFields, readRecords } from './support.ts';

const bytes = (hex: string): number[] => [...Buffer.from(hex.replaceAll(' ', ''), 'hex')];
const text = (value: number | Uint8Array): string => Buffer.from(value as Uint8Array).toString();

describe('tensorBoardEvents', () => {
  it('writes the bytes that the wire format of protocol buffers gives by hand', () => {
    const [version, event] = readRecords(
      tensorBoardEvents([{ step: 300, values: { loss: 0.15625 } }])
    );
    // Key = 8 · field number + wire type. 09: field 1, a double; 1a: field 3, text, 13 bytes long.
    expect([...version]).toEqual(bytes(`09 0000000000000000 1a0d ${hex('brain.Event:2')}`));
    // 300 = 2.34375 · 2⁷ as a double has exponent 8: 4072c00000000000. As a varint, 7 bits at a time: ac 02.
    // 2a: field 5, a summary of 13 bytes; 0a: its field 1, a value of 11 bytes; 0a: the tag; 15: field 2, a float;
    // 0.15625 = 1.25 · 2⁻³ is 3e200000.
    expect([...event]).toEqual(
      bytes(`09 0000000000c07240 10ac02 2a0d 0a0b 0a04 ${hex('loss')} 15 0000203e`)
    );
  });

  it('begins with the twelve bytes that every event file of TensorFlow begins with', () => {
    expect([...tensorBoardEvents([]).subarray(0, 13)]).toEqual(
      bytes('1800000000000000 a37f4b22 09')
    );
  });

  it('can be read back by a reader of its own: steps, times, tags and values', () => {
    const rows = [
      { step: 0, values: { 'loss/train': 210.5, 'loss/validation': 211.25 } },
      { step: 1, values: {} },
      { step: 1, values: { m̃_A: 994.125 } },
      { step: 5_000_000_000, values: { 'loss/train': NaN, rate: -Infinity } },
    ];
    const [, ...events] = readRecords(tensorBoardEvents(rows)).map((data) => {
      const fields = new Map(readFields(data));
      const values = readFields((fields.get(5) as Uint8Array | undefined) ?? new Uint8Array());
      const pairs = values.map(([, value]) => {
        const [[, tag], [, number]] = readFields(value as Uint8Array);
        return [text(tag), number] as const;
      });
      return {
        time: fields.get(1),
        step: fields.get(2),
        values: Object.fromEntries<unknown>(pairs),
      };
    });
    expect(events).toEqual(rows.map(({ step, values }) => ({ time: step, step, values })));
  });

  it('stores the nearest float32', () => {
    const [, event] = readRecords(tensorBoardEvents([{ step: 1, values: { x: 0.1 } }]));
    expect([...event.subarray(-4)]).toEqual(bytes('cdcccc3d'));
  });

  it('gives the same bytes at another time', async () => {
    const rows = Array.from({ length: 50 }, (_, step) => ({ step, values: { x: Math.sin(step) } }));
    const first = tensorBoardEvents(rows);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(tensorBoardEvents(rows)).toEqual(first);
  });

  it('refuses rows that are not in order', () => {
    const rows = [5, 4].map((step) => ({ step, values: {} }));
    expect(() => tensorBoardEvents(rows)).toThrow(
      new RangeError(
        'tensorBoardEvents: row 1 has step 4, expected a whole number from 5; log rows in the order of their steps.'
      )
    );
  });
});

function hex(ascii: string): string {
  return Buffer.from(ascii).toString('hex');
}
