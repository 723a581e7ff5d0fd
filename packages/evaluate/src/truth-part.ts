import { COMPONENTS } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import type { MomentaSums, MomentumSums } from './momenta-sums.ts';
import { orNull } from './or-null.ts';
import type { Pictures } from './pictures.ts';
import type { Distribution } from './statistics/distribution.ts';
import { byName } from './survey.ts';
import type { Survey } from './survey.ts';

/**
 * What is known of the truth beside what was found.
 *
 * @param survey Statistics of the selected events, whose true invisible momenta are known.
 * @param pictures Heat maps.
 * @param auxiliary Masses of the training, GeV.
 */
export function truthPart(
  survey: Survey,
  { heatMaps, minimumHeatMaps }: Pictures,
  auxiliary: Evaluation['auxiliary']
): NonNullable<Evaluation['truth']> {
  const { trueMasses, conjecture } = survey;
  return {
    masses: byName(Object.keys(trueMasses), (name) => trueMass(trueMasses[name], auxiliary[name])),
    pairing: pairingPart(survey),
    ...(conjecture.hasBranchesOfAntler ? momentaPart(survey.momenta, heatMaps) : NO_MOMENTA),
    m2cc: survey.hasMinimumMomenta ? momentaPart(survey.minimumMomenta, minimumHeatMaps) : null,
  };
}

/** Of a training whose branches have no partners in the antler. */
const NO_MOMENTA = {
  rightPairing: { events: 0, components: [] },
  wrongPairing: { events: 0, components: [] },
  heatMaps: [],
};

/** Null where no pairing was chosen. */
function pairingPart({ pairing, rightPairings }: Survey) {
  if (pairing.events === 0) return null;
  return {
    events: pairing.events,
    right: rightPairings,
    efficiency: orNull(pairing.mean()),
    // Of ones and zeros it is √(p (1 − p) / n).
    error: orNull(pairing.meanError()),
  };
}

function momentaPart({ right, wrong }: MomentaSums, heatMaps: Pictures['heatMaps']) {
  return {
    rightPairing: momentumMetrics(right),
    wrongPairing: momentumMetrics(wrong),
    heatMaps: COMPONENTS.map((component) => {
      const { low, high, bins, counts, outside } = heatMaps[component];
      return { component, low, high, bins, counts: [...counts], outside };
    }),
  };
}

function trueMass({ moments, sketch }: Distribution, auxiliary = NaN) {
  const median = sketch.quantile(0.5);
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    width: orNull(moments.width()),
    median: orNull(median),
    auxiliaryDeviation: orNull((auxiliary - median) / median),
  };
}

function momentumMetrics({ events, components: sums }: MomentumSums) {
  const components = COMPONENTS.map((component) => {
    const { correlation, residual } = sums[component];
    return {
      component,
      nonFinite: correlation.nonFinite,
      correlation: orNull(correlation.coefficient()),
      residualMean: orNull(residual.mean()),
      residualWidth: orNull(residual.width()),
    };
  });
  return { events, components };
}
