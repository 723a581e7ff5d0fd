import type { Evaluation } from '@deelema/records';
import { html } from '../html.ts';
import type { Measured } from '../numbers.ts';
import { NOTHING } from './method.ts';
import type { Method } from './method.ts';

type Masses = NonNullable<Evaluation['measured']>['masses'];

/** What the training finds: auxiliary masses; or masses with errors, and before the correction of their bias. */
export function trainingMethods({ auxiliary, measured, training }: Evaluation): Method[] {
  if (measured === null) {
    return [
      {
        name: html`DeeLeMa`,
        mA: { value: auxiliary.A, error: null },
        mB: { value: auxiliary.B, error: null },
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
      ...both(masses, ({ value, error }) => ({ value, error })),
      note: corrected
        ? `${note}, corrected for the bias found with ${simulatedEvents} simulated events.`
        : `${note}.`,
    },
    ...(corrected
      ? [
          {
            name: html`DeeLeMa, uncorrected`,
            ...both(masses, ({ uncorrected, ...mass }) => ({
              value: uncorrected,
              error: withoutCalibration(mass),
            })),
            note: 'The same without that correction; the error is without its part.',
          },
        ]
      : []),
  ];
}

function both(masses: Masses, make: (mass: Masses[string]) => Measured) {
  const of = (name: string) => (name in masses ? make(masses[name]) : NOTHING);
  return { mA: of('A'), mB: of('B') };
}

/** √(statistical² + network²); null where there is no statistical error. */
function withoutCalibration({
  statistical,
  network,
}: Pick<Masses[string], 'statistical' | 'network'>): number | null {
  return statistical === null ? null : Math.hypot(statistical, network ?? 0);
}
