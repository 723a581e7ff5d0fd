import { skipBlanks, textOf } from '../disk/byte-text.ts';
import { NEWLINE } from '../disk/line-blocks.ts';
import { InputError } from '../errors.ts';
import { beginsNumber, beginsWith, beginsWithTag } from './begins-with.ts';
import { readHead } from './event-head.ts';
import { LheEvent } from './event.ts';
import type { LheInit } from './init.ts';
import { addParticle } from './particle.ts';
import { LhePreamble } from './preamble.ts';

/** `after` is what is behind the last particle, `tail` what follows from the first line there that is not blank. */
type Place = 'preamble' | 'events' | 'comment' | 'head' | 'particles' | 'after' | 'tail' | 'end';

const MEND = 'copy or make the file again';

const HASH = 35;
const EVENT = Buffer.from('<event');
const EVENT_END = Buffer.from('</event>');
const FILE = Buffer.from('<LesHouchesEvents');
const FILE_END = Buffer.from('</LesHouchesEvents>');
const COMMENT = Buffer.from('<!--');

/**
 * Understands an LHE file, block by block of whole lines.
 *
 * Takes versions 1.0 to 3.0; of what version 3 adds (attributes, weight groups and further blocks inside events)
 * nothing is needed, so it is passed over, as are blank lines and comments.
 *
 * @see hep-ph/0609017 (version 1) and arXiv:1405.1067 (version 3).
 */
export class LheScanner {
  /** The event that {@link next} has last completed. */
  readonly event = new LheEvent();
  /** What stands between `<init>` and `</init>`; undefined until it has been read. */
  init: LheInit | undefined;
  private readonly path: string;
  private place: Place = 'preamble';
  private lineNumber = 0;
  private announced = 0;
  private readonly preamble = new LhePreamble();
  private block: Buffer = Buffer.alloc(0);
  private at = 0;

  /** @param path Name of the file for messages. */
  constructor(path: string) {
    this.path = path;
  }

  /**
   * Takes the next block, when {@link next} has used up the one before.
   *
   * @param block Bytes of whole lines.
   */
  take(block: Buffer): void {
    this.block = block;
    this.at = 0;
  }

  /**
   * Goes on to the end of the next event.
   *
   * @returns Whether there is one in the block; if not, it is used up.
   * @throws InputError if a line is not what the format demands there.
   */
  next(): boolean {
    while (this.at < this.block.length) if (this.nextLine()) return true;
    return false;
  }

  /**
   * Goes on to the end of `<init>`, no further.
   *
   * @returns What stands there; undefined if the block is used up before.
   * @throws InputError if a line is not what the format demands there.
   */
  untilInit(): LheInit | undefined {
    while (this.init === undefined && this.at < this.block.length) this.nextLine();
    return this.init;
  }

  /**
   * Takes the end of the file.
   *
   * @throws InputError if it comes too early.
   */
  end(): void {
    if (this.place === 'end') return;
    if (this.lineNumber === 0) throw this.fault('the file is empty, expected Les Houches events');
    throw this.fault(`the file ends ${this.whereabouts()}, it is cut off`);
  }

  /** Takes the next line of the block; says whether it completes an event. */
  private nextLine(): boolean {
    const { block } = this;
    const newline = block.indexOf(NEWLINE, this.at);
    const end = newline < 0 ? block.length : newline;
    const start = skipBlanks(block, this.at, end);
    this.at = end + 1;
    this.lineNumber++;
    return start < end && this.line(start, end);
  }

  private line(start: number, end: number): boolean {
    if (this.place === 'particles') this.inParticles(start, end);
    else if (this.place === 'after' || this.place === 'tail') return this.inTail(start, end);
    else if (this.place === 'head') this.inHead(start, end);
    else if (this.place === 'events') this.betweenEvents(start, end);
    else if (this.place === 'preamble') this.inPreamble(start, end);
    else if (this.place === 'comment') this.inComment(start, end);
    else this.behindEnd(start, end);
    return false;
  }

  private inPreamble(start: number, end: number): void {
    const found = this.preamble.line(textOf(this.block, start, end));
    if (typeof found === 'string') throw this.fault(found);
    if (found === undefined) return;
    this.init = found;
    this.place = 'events';
  }

  private betweenEvents(start: number, end: number): void {
    const { block, event } = this;
    if (beginsWithTag(block, start, end, EVENT)) {
      this.place = 'head';
      event.number++;
      event.line = this.lineNumber;
      event.count = 0;
    } else if (beginsWith(block, start, end, FILE_END)) this.place = 'end';
    else if (beginsWith(block, start, end, COMMENT)) this.inComment(start, end);
    else if (beginsNumber(block[start])) {
      throw this.fault('there are numbers between two events, expected <event>');
    }
  }

  /** Comments may hide whole events. */
  private inComment(start: number, end: number): void {
    this.place = textOf(this.block, start, end).includes('-->') ? 'events' : 'comment';
  }

  private inHead(start: number, end: number): void {
    if (this.block[start] === HASH) return;
    const fault = readHead(this.block, start, end, this.event);
    if (typeof fault === 'string') throw this.fault(fault);
    this.announced = fault;
    this.place = 'particles';
  }

  private inParticles(start: number, end: number): void {
    const { block, event, announced } = this;
    if (block[start] === HASH) return;
    if (beginsWith(block, start, end, EVENT_END)) {
      throw this.fault(`the event announces ${announced} particles, but has ${event.count}`);
    }
    const fault = addParticle(block, start, end, announced, event);
    if (fault !== undefined) throw this.fault(fault);
    if (event.count === announced) this.place = 'after';
  }

  private inTail(start: number, end: number): boolean {
    const { block } = this;
    if (beginsWith(block, start, end, EVENT_END)) {
      this.place = 'events';
      return true;
    }
    // Further down, blocks of weights may have lines that begin like a particle.
    if (this.place === 'after' && beginsNumber(block[start])) {
      throw this.fault(`the event announces ${this.announced} particles, but has more`);
    }
    if (beginsWithTag(block, start, end, EVENT)) throw this.fault('an event begins within another');
    this.place = 'tail';
    return false;
  }

  private behindEnd(start: number, end: number): void {
    if (!beginsWithTag(this.block, start, end, FILE)) return;
    throw this.fault('another file begins behind </LesHouchesEvents>', 'read them one by one');
  }

  private whereabouts(): string {
    if (this.place === 'preamble') return this.preamble.place;
    if (this.place === 'comment') return 'within a comment';
    return this.place === 'events' ? 'before </LesHouchesEvents>' : 'within an event';
  }

  private fault(what: string, mend = MEND): InputError {
    const within = ['head', 'particles', 'after', 'tail'].includes(this.place);
    const event = within ? `, event ${this.event.number} (counted from 0)` : '';
    const line = this.lineNumber > 0 ? `, line ${this.lineNumber}` : '';
    return new InputError(`${this.path}${line}${event}: ${what}; ${mend}.`);
  }
}
