import type { EventBatch } from '@deelema/events';
import { makeEvents } from '../../../test/support/make-events.ts';

/** Events whose values are a different irrational number in each column and row. */
export function someEvents(names: readonly string[], rows: number, first = 0): EventBatch {
  return makeEvents(names, rows, (_, row, k) => row * Math.sqrt(k + 2) - k, first);
}

/** An event of gluino pairs as lines of an LHE file, by hand: all momenta along x, in GeV. */
export const GLUINO_EVENT = `<event>
12 1 1.0 -1 -1 -1
21 -1 0 0 0 0 0 0 900 900 0 0 9
21 -1 0 0 0 0 0 0 -900 900 0 0 9
1000021 2 1 2 0 0 300 0 0 900 848.528 0 9
1000021 2 1 2 0 0 -300 0 0 900 848.528 0 9
1000005 2 3 0 0 0 250 0 0 850 812.404 0 9
-5 1 3 0 0 0 50 0 0 50 0 0 9
-1000005 2 4 0 0 0 -250 0 0 850 812.404 0 9
5 1 4 0 0 0 -50 0 0 50 0 0 9
5 1 5 0 0 0 30 0 0 30 0 0 9
1000022 1 5 0 0 0 220 0 0 733.757 700 0 9
-5 1 7 0 0 0 -30 0 0 30 0 0 9
1000022 1 7 0 0 0 -220 0 0 733.757 700 0 9
</event>
`;

/** An LHE file around the given text of its events. */
export function lheFile(events: string): string {
  return `<LesHouchesEvents version="3.0">
<header>
<initrwgt>
<weight id='1'> of MadGraph's header, which is not init </weight>
</initrwgt>
</header>
<init>
2212 2212 6500 6500 0 0 0 0 3 2
1.0 0.3 1.0 1
2.0 0.4 1.0 2
<generator name="by hand" version="1"></generator>
</init>
${events}</LesHouchesEvents>
`;
}
