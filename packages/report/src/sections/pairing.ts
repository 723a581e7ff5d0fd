import type { Evaluation } from '@deelema/records';
import { count, html, section, share } from '@deelema/pages';
import type { Section } from '@deelema/pages';

/** How often the network chooses the true pairing; nothing where it chooses none, or where the truth is not known. */
export function pairing({ truth, exchangedEvents }: Evaluation): Section | null {
  const chosen = truth?.pairing ?? null;
  if (chosen === null) return null;
  const { efficiency, error, right, events: paired } = chosen;
  return section(
    'pairing',
    'Pairing of a and b',
    html`<p>
      The network is not told which of the two b belongs to which a, and chooses: rightly in
      ${share({ value: efficiency, error })} of the events (${count(right)} of ${count(paired)}). As
      they stand in the file, ${count(paired - exchangedEvents)} of ${count(paired)} are paired
      rightly. The error is that of a fraction of independent events.
    </p>`
  );
}
