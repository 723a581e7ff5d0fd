import { pairPolynomial } from '@deelema/pair-production';
import type { PairPolynomial } from '@deelema/pair-production';
import { grv94lo } from '@deelema/parton-distributions';
import type { DeelemaConfig } from '../config-type.ts';

/**
 * The density of the pair around a mass M₀ in GeV, made once for each, with GRV94 LO partons.
 *
 * @param config How the pair is made.
 * @throws RangeError if the beams cannot make such a pair.
 * @see `pairPolynomial`
 */
export function productionOf({
  process,
  beamEnergy,
}: DeelemaConfig): (reference: number) => PairPolynomial {
  const partons = grv94lo();
  const made = new Map<number, PairPolynomial>();
  return (reference) => {
    const known =
      made.get(reference) ?? pairPolynomial({ process, beamEnergy, partons, reference });
    made.set(reference, known);
    return known;
  };
}
