import { resolve } from 'node:path';
import { openEvents } from '@deelema/events';
import { writeFigure } from '@deelema/plots';
import { writeRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { compareEvents } from './compare-events.ts';
import { comparisonSchema, type Comparison } from './comparison.ts';
import { config } from './config.mjs';
import { comparisonFigures } from './figures/comparison-figures.ts';
import { readReference } from './reference.ts';

/**
 * Sets the distributions of the generated events beside those of a full generator: `comparison.json`, and a
 * drawing of each group of observables with its data. A difference is reported, it is no error.
 */
export const stage = defineStage({
  name: 'compare',
  config,
  async run({ config, inputs, out, base, progress, signal }) {
    const reference = await readReference(resolve(base, config.reference));
    const file = await openEvents(inputs.generate.path('events'));
    try {
      progress.start('events', file.rows);
      const comparison = await compareEvents(file, reference, config, (events) => {
        signal.throwIfAborted();
        progress.add(events);
      });
      const figures = [];
      for (const figure of comparisonFigures(comparison, config.width)) {
        signal.throwIfAborted();
        figures.push(await writeFigure(figure, config.scale, (name) => out.file(name)));
      }
      await writeRecord(out.path('comparison'), comparisonSchema, { ...comparison, figures });
      progress.log(summary(comparison));
      return { counts: countsOf(comparison) };
    } finally {
      await file.close();
    }
  },
});

function countsOf({ events, observables, differing }: Omit<Comparison, 'figures'>) {
  return {
    events,
    observables: observables.length,
    agreeing: observables.length - differing.length,
    differing,
  };
}

/** E.g. `38 of 40 distributions agree with Pythia 8.302; m_B1, m_B2 differ`. */
function summary({ observables, differing, reference }: Omit<Comparison, 'figures'>): string {
  const agreeing = observables.length - differing.length;
  const others = differing.length === 0 ? '' : `; not so ${differing.join(', ')}`;
  return `${agreeing} of ${observables.length} distributions agree with ${reference.generator} ${reference.version}${others}`;
}
