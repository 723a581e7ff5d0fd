import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, eventColumns } from '@deelema/events';
import { grv94lo } from '@deelema/parton-distributions';
import { atOnce, makeBlock, type Block } from '../src/block.ts';
import { ROOM_BYTES } from '../src/event-columns.ts';
import { eventGenerator, type EventGenerator } from '../src/event-generator.ts';
import { sampleSettings } from './support/settings.ts';

type BlockMaker = (block: number) => Block;

function blockMaker(changes: object = {}, source: 'toy' | 'ttbar' = 'toy'): BlockMaker {
  const settings = sampleSettings(source, { events: BATCH_ROWS + 500, ...changes });
  const generator: EventGenerator = eventGenerator(settings, grv94lo());
  return (block) => atOnce(makeBlock(generator, settings, block));
}

describe('makeBlock', () => {
  const toy = blockMaker();

  it('makes the same block from the same settings, without the ones before it', () => {
    const inOrder = blockMaker();
    inOrder(0);
    expect(inOrder(1)).toEqual(toy(1));
  });

  it('makes other blocks from another seed, block or source', () => {
    const energies = [
      toy(1),
      toy(0),
      blockMaker({ seed: 2 })(1),
      blockMaker({}, 'ttbar')(1),
      blockMaker({ production: 'phase-space' })(1),
    ].map(({ batch }) => batch.columns.a1_E[0]);
    expect(new Set(energies).size).toBe(5);
  });

  it('numbers events through, gives them weight 1, and leaves the rest for the last block', () => {
    const [first, last] = [toy(0).batch, toy(1).batch];
    expect([first.length, last.length]).toEqual([BATCH_ROWS, 500]);
    expect(first.columns.event.at(-1)).toBe(BATCH_ROWS - 1);
    expect(last.columns.event[0]).toBe(BATCH_ROWS);
    expect(last.columns.weight).toEqual(new Float64Array(500).fill(1));
  });

  it('counts pairs and proposals of all pieces', () => {
    const { counts } = toy(0);
    expect(counts.pairs).toBe(BATCH_ROWS);
    expect(counts.proposals).toBeGreaterThan(BATCH_ROWS);
    expect(counts.largestWeight).toBeGreaterThan(0.5);
  });

  it('puts the events into given memory, the same ones, also over others', () => {
    const settings = sampleSettings('toy', { events: 3000 });
    const generator = eventGenerator(settings, grv94lo());
    const memory = new ArrayBuffer(ROOM_BYTES);
    new Uint8Array(memory).fill(255);
    const { batch } = atOnce(makeBlock(generator, settings, 0, memory));
    expect(Object.values(batch.columns).every(({ buffer }) => buffer === memory)).toBe(true);
    expect(batch).toEqual(atOnce(makeBlock(generator, settings, 0)).batch);
    expect(Object.keys(batch.columns).toSorted()).toEqual(eventColumns(true).toSorted());
  });

  it('takes a break every thousand events', () => {
    const settings = sampleSettings('toy', { events: BATCH_ROWS });
    const steps = makeBlock(eventGenerator(settings, grv94lo()), settings, 0);
    let breaks = 0;
    while (!steps.next().done) ++breaks;
    expect(breaks).toBe(Math.ceil(BATCH_ROWS / 1000));
  });
});
