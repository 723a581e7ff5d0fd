import { InputError } from '../errors.ts';
import { topologyText } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { eventGraph } from './event-graph.ts';
import type { LheEvent } from './event.ts';
import type { Mismatch } from './match-roles.ts';

/** Counts the events of a file that lack the topology, and remembers the first. */
export class UnmatchedEvents {
  /** Their number by reason. */
  readonly byReason: Partial<Record<Mismatch, number>> = {};
  private count = 0;
  private first = '';
  private readonly path: string;
  private readonly topology: Topology;

  /**
   * @param path Name of the file for messages.
   * @param topology What the events lack.
   */
  constructor(path: string, topology: Topology) {
    this.path = path;
    this.topology = topology;
  }

  /**
   * Takes an event.
   *
   * @param event The event.
   * @param reason Why it lacks the topology.
   */
  add(event: LheEvent, reason: Mismatch): void {
    if (this.count++ === 0) this.first = placeText(event);
    this.byReason[reason] = (this.byReason[reason] ?? 0) + 1;
  }

  /**
   * The error for a first event that must not be left out.
   *
   * @param event The event.
   * @param reason Why it lacks the topology.
   */
  refusal(event: LheEvent, reason: Mismatch): InputError {
    return new InputError(
      `${this.path}, line ${event.line}, event ${event.number} (counted from 0): ${reason}; ` +
        `received ${eventGraph(event)}, expected ${this.expected()}; ` +
        'give the fraction of events that may be left out as "maxUnmatched", or give another topology.'
    );
  }

  /**
   * Takes the end of the events.
   *
   * @param read Number of events that were read.
   * @param maxUnmatched Largest fraction of them that may lack the topology.
   * @throws InputError if none has it, or too many lack it.
   */
  end(read: number, maxUnmatched: number): void {
    if (read === 0) throw noEvents(this.path);
    if (this.count === read) {
      throw new InputError(
        `${this.path}: none of ${read} events has the topology ${topologyText(this.topology)}; ` +
          `most often, ${this.mostOften()}; the first is ${this.first}; give the topology that it has.`
      );
    }
    if (this.count <= maxUnmatched * read) return;
    throw new InputError(
      `${this.path}: ${this.count} of ${read} events (${percent(this.count / read)}) are not ${this.expected()}, ` +
        `where maxUnmatched allows ${percent(maxUnmatched)}; most often, ${this.mostOften()}; ` +
        `the first is ${this.first}; raise maxUnmatched, or give another topology.`
    );
  }

  private expected(): string {
    return `A → a B, B → b C twice with ${topologyText(this.topology)}`;
  }

  private mostOften(): string {
    const [reason, count] = Object.entries(this.byReason).sort(([, x], [, y]) => y - x)[0];
    return `${count} times, ${reason}`;
  }
}

/**
 * The error of a file in which nothing can be looked at.
 *
 * @param path The file.
 */
export function noEvents(path: string): InputError {
  return new InputError(
    `${path} has no events, expected at least one; copy or make the file again.`
  );
}

function placeText(event: LheEvent): string {
  return `event ${event.number} (counted from 0) on line ${event.line}, ${eventGraph(event)}`;
}

/** Three digits, so that a few among many do not become 0 %. */
function percent(fraction: number): string {
  return `${Number((100 * fraction).toPrecision(3))} %`;
}
