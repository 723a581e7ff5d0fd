import { quoted } from '../disk/text-lines.ts';
import { InitBuilder } from './init.ts';
import type { LheInit } from './init.ts';
import { isTag } from './tag.ts';

type Place =
  | 'before <LesHouchesEvents>'
  | 'before <init>'
  | 'within <header>'
  | 'within a comment'
  | 'within <init>';

/** What stands in front of the events: headers and comments are passed over, `<init>` is read. */
export class LhePreamble {
  /** Where in the file the last line was. */
  place: Place = 'before <LesHouchesEvents>';
  private version = '';
  private readonly builder = new InitBuilder();

  /**
   * Takes the next line.
   *
   * @param text The line.
   * @returns What is wrong, as a clause; the finished init behind its last line; undefined elsewhere.
   */
  line(text: string): string | LheInit | undefined {
    const line = text.trim();
    if (this.place === 'within <init>') {
      if (line.startsWith('</init>')) return this.builder.finish();
      return this.builder.add(line, this.version);
    }
    if (this.place === 'before <LesHouchesEvents>') return this.atStart(line);
    if (this.place === 'before <init>') return this.betweenBlocks(line);
    // Free text, in which only the end of the block has a meaning (hep-ph/0609017, section 2.1).
    const end = this.place === 'within <header>' ? '</header>' : '-->';
    if (line.includes(end)) this.place = 'before <init>';
    return undefined;
  }

  private betweenBlocks(line: string): string | undefined {
    if (isTag(line, 'event')) return 'an event stands before <init>';
    if (isTag(line, 'init')) this.place = 'within <init>';
    else if (isTag(line, 'header') && !line.includes('</header>')) this.place = 'within <header>';
    else if (line.startsWith('<!--') && !line.includes('-->')) this.place = 'within a comment';
    return undefined;
  }

  private atStart(line: string): string | undefined {
    if (isTag(line, 'LesHouchesEvents')) {
      this.version = /version\s*=\s*["']([^"']*)["']/.exec(line)?.[1] ?? 'unknown';
      this.place = 'before <init>';
    } else if (line !== '' && !line.startsWith('<?xml')) {
      return `the file begins with ${quoted(line)}, expected <LesHouchesEvents>`;
    }
    return undefined;
  }
}
