/**
 * k₂² − m₂² in an energy t and a vector x of three components:
 *
 *     Q(t, x) = constant + 2t linear + t² square + 2 (w + t u)·x − xᵀ K x
 *
 * K is positive semidefinite, because every x leaves o₂·k₂ as it is: steps across a timelike o₂ are
 * spacelike.
 */
export class QuadraticForm {
  constant = NaN;
  linear = NaN;
  square = NaN;
  w1 = NaN;
  w2 = NaN;
  w3 = NaN;
  u1 = NaN;
  u2 = NaN;
  u3 = NaN;
  K11 = NaN;
  K12 = NaN;
  K13 = NaN;
  K22 = NaN;
  K23 = NaN;
  K33 = NaN;
}
