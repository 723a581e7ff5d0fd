import type { Evaluation } from '@deelema/records';
import { html } from '@deelema/pages';
import type { Measured } from '@deelema/pages';
import type { Method } from './method.ts';

type Masses = NonNullable<Evaluation['measured']>['masses'];

/** What the training finds: auxiliary masses; or masses with errors, and before the correction of their bias. */
export function trainingMethods({ auxiliary, measured, training }: Evaluation): Method[] {
  if (measured === null) {
    return [
      {
        name: html`DeeLeMa`,
        masses: Object.fromEntries(
          Object.entries(auxiliary).map(([name, value]) => [name, { value, error: null }])
        ),
        note: `Auxiliary masses, learnt from ${training.events.train} training events; a training says nothing of its error.`,
      },
    ];
  }
  const { masses, events, simulatedEvents } = measured;
  const corrected = Object.values(masses).some(({ uncorrected }) => uncorrected !== null);
  const note = `Highest likelihood of ${events} events by networks that were not trained on them`;
  return [
    {
      name: html`DeeLeMa`,
      masses: all(masses, ({ value, error }) => ({ value, error })),
      note: corrected
        ? `${note}, corrected for the bias found with ${simulatedEvents} simulated events.`
        : `${note}.`,
    },
    ...(corrected
      ? [
          {
            name: html`DeeLeMa, uncorrected`,
            masses: all(masses, ({ uncorrected, ...mass }) => ({
              value: uncorrected,
              error: withoutCalibration(mass),
            })),
            note: 'The same without that correction; the error is without its part.',
          },
        ]
      : []),
  ];
}

function all(masses: Masses, make: (mass: Masses[string]) => Measured) {
  return Object.fromEntries(Object.entries(masses).map(([name, mass]) => [name, make(mass)]));
}

/** √(statistical² + network²); null where there is no statistical error. */
function withoutCalibration({
  statistical,
  network,
}: Pick<Masses[string], 'statistical' | 'network'>): number | null {
  return statistical === null ? null : Math.hypot(statistical, network ?? 0);
}
