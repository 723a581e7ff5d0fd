/** Stands where a number would, had what gives it been carried out. */
export const NOT_RUN = 'not run';

/** Why nothing is known of M_T2, M_2CC and masses of the whole sample. */
export const NO_BASELINES = 'Not run: this pipeline has no stage “baseline”.';

/** Why a measurement of the whole sample is not there, which takes settings of its own. */
export const UNASKED = 'Not run: the settings of the baseline do not ask for it.';

/** Why a variable is not there, which another program in the place of the baseline need not write. */
export const UNWRITTEN = 'Not run: the baseline did not write it.';

/** The same of the momenta of M_2CC. */
export const NO_MOMENTA = 'Not run: the baseline did not write its momenta.';
