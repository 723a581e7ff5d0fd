import { parseNumbers } from '../disk/parse-number.ts';
import { InputError } from '../errors.ts';
import { LheEvent } from './event.ts';
import type { LheInit } from './init.ts';
import { addParticle } from './particle.ts';
import { LhePreamble } from './preamble.ts';
import { isTag } from './tag.ts';

/** `after` is the line behind the last particle, `tail` what follows it up to `</event>`. */
type Place = 'preamble' | 'events' | 'head' | 'particles' | 'after' | 'tail' | 'end';

/**
 * Understands an LHE file line by line.
 *
 * Takes versions 1.0 to 3.0; of what version 3 adds (attributes, weight groups and further blocks inside events)
 * nothing is needed, so it is passed over.
 *
 * @see hep-ph/0609017 (version 1) and arXiv:1405.1067 (version 3).
 */
export class LheScanner {
  /** The event that {@link line} has last completed. */
  readonly event = new LheEvent();
  /** What stands between `<init>` and `</init>`; undefined until it has been read. */
  init: LheInit | undefined;
  private readonly path: string;
  private place: Place = 'preamble';
  private lineNumber = 0;
  private announced = 0;
  private readonly preamble = new LhePreamble();
  private readonly head = new Float64Array(6);

  /** @param path Name of the file for messages. */
  constructor(path: string) {
    this.path = path;
  }

  /**
   * Takes the next line.
   *
   * @param text The line.
   * @returns Whether it completes an event.
   * @throws InputError if it is not what the format demands here.
   */
  line(text: string): boolean {
    this.lineNumber++;
    if (this.place === 'particles') this.inParticles(text);
    else if (this.place === 'after' || this.place === 'tail') return this.inTail(text.trimStart());
    else if (this.place === 'head') this.inHead(text);
    else if (this.place === 'events') this.betweenEvents(text.trimStart());
    else if (this.place === 'preamble') this.inPreamble(text.trimStart());
    return false;
  }

  /**
   * Takes the end of the file.
   *
   * @throws InputError if it comes too early.
   */
  end(): void {
    if (this.place === 'end') return;
    if (this.lineNumber === 0) throw this.fault('the file is empty, expected Les Houches events');
    const between = this.place === 'events' ? 'before </LesHouchesEvents>' : 'within an event';
    const where = this.place === 'preamble' ? this.preamble.place : between;
    throw this.fault(`the file ends ${where}, it is cut off`);
  }

  private inPreamble(text: string): void {
    const found = this.preamble.line(text);
    if (typeof found === 'string') throw this.fault(found);
    if (found === undefined) return;
    this.init = found;
    this.place = 'events';
  }

  private betweenEvents(text: string): void {
    if (isTag(text, 'event')) {
      this.place = 'head';
      this.event.number++;
      this.event.line = this.lineNumber;
      this.event.count = 0;
    } else if (text.startsWith('</LesHouchesEvents>')) this.place = 'end';
  }

  private inHead(text: string): void {
    const { head } = this;
    const fields = parseNumbers(text, head);
    if (fields !== head.length) {
      throw this.fault(`the first line of the event has ${fields} fields, expected 6 numbers`);
    }
    this.announced = head[0]!;
    this.event.weight = head[2]!;
    if (!Number.isInteger(this.announced) || this.announced < 1) {
      throw this.fault(`the number of particles is ${head[0]}, expected a positive integer`);
    }
    if (!Number.isFinite(this.event.weight)) {
      throw this.fault(`the event weight is ${head[2]}, expected a finite number`);
    }
    this.place = 'particles';
  }

  private inParticles(text: string): void {
    const { event, announced } = this;
    if (text.trimStart().startsWith('</event>')) {
      throw this.fault(`the event announces ${announced} particles, but has ${event.count}`);
    }
    const fault = addParticle(text, announced, event);
    if (fault !== undefined) throw this.fault(fault);
    if (event.count === announced) this.place = 'after';
  }

  private inTail(text: string): boolean {
    if (text.startsWith('</event>')) {
      this.place = 'events';
      return true;
    }
    // Further down, blocks of weights may have lines that begin like a particle.
    if (this.place === 'after' && /^[-+.\d]/.test(text)) {
      throw this.fault(`the event announces ${this.announced} particles, but has more`);
    }
    if (isTag(text, 'event')) throw this.fault('an event begins within another');
    this.place = 'tail';
    return false;
  }

  private fault(what: string): InputError {
    const within = !['preamble', 'events', 'end'].includes(this.place);
    const event = within ? `, event ${this.event.number} (counted from 0)` : '';
    const line = this.lineNumber > 0 ? `, line ${this.lineNumber}` : '';
    return new InputError(`${this.path}${line}${event}: ${what}; copy or make the file again.`);
  }
}
