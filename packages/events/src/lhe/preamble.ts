import { quoted } from '../disk/text-lines.ts';
import { InitBuilder } from './init.ts';
import type { LheInit } from './init.ts';
import { isTag } from './tag.ts';

type Place = 'before <LesHouchesEvents>' | 'before <init>' | 'within <header>' | 'within <init>';

/** What stands in front of the events: headers are passed over, `<init>` is read. */
export class LhePreamble {
  /** Where in the file the last line was. */
  place: Place = 'before <LesHouchesEvents>';
  private version = '';
  private readonly builder = new InitBuilder();

  /**
   * Takes the next line.
   *
   * @param text The line, without leading blanks.
   * @returns What is wrong, as a clause; the finished init behind its last line; undefined elsewhere.
   */
  line(text: string): string | LheInit | undefined {
    if (this.place === 'within <init>') {
      if (text.startsWith('</init>')) return this.builder.finish();
      return this.builder.add(text, this.version);
    }
    if (this.place === 'before <LesHouchesEvents>') return this.atStart(text);
    if (this.place === 'within <header>') {
      if (text.includes('</header>')) this.place = 'before <init>';
    } else if (isTag(text, 'header') && !text.includes('</header>')) this.place = 'within <header>';
    else if (isTag(text, 'init')) this.place = 'within <init>';
    else if (isTag(text, 'event')) return 'an event stands before <init>';
    return undefined;
  }

  private atStart(text: string): string | undefined {
    if (isTag(text, 'LesHouchesEvents')) {
      this.version = /version\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'unknown';
      this.place = 'before <init>';
    } else if (text.trim() !== '' && !text.startsWith('<?xml')) {
      return `the file begins with ${quoted(text)}, expected <LesHouchesEvents>`;
    }
    return undefined;
  }
}
