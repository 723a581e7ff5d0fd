import { figures, type Section } from '@deelema/pages';
import type { Content } from '../content.ts';

/** All charts of the study, the figures of members that are asked for, and those that could not be drawn. */
export function figuresSection({ settings, charts, members, ...content }: Content): Section | null {
  const skipped = settings.figures.flatMap(({ member, figure, title }) =>
    members[member].figures.skipped
      .filter(({ id }) => id === figure)
      .map((other) => ({ ...other, title: title ?? `${other.title}, ${member}` }))
  );
  const notDrawn = [...charts.skipped, ...skipped];
  if (content.figures.length + notDrawn.length === 0) return null;
  return figures(content.figures, notDrawn);
}
