// @ts-check
import { z } from 'zod';
// The columns of a study's table: what collect writes, and what charts are drawn of.

/** What a study's table holds of every member, in its order, if the events are taken for antlers. */
export const QUANTITY_NAMES = /** @type {const} */ ([
  'auxiliary.mA',
  'auxiliary.mB',
  'resolution.mA',
  'resolution.mB',
  'deviation.mA',
  'deviation.mB',
  'pull.mA',
  'pull.mB',
  'pulls.mA.mean',
  'pulls.mA.width',
  'pulls.mB.mean',
  'pulls.mB.width',
  'loss.validation',
  'pairing.efficiency',
  'truth.mA.mean',
  'truth.mA.width',
  'truth.mA.median',
  'truth.mB.mean',
  'truth.mB.width',
  'truth.mB.median',
  'perEvent.m_A1.mean',
  'perEvent.m_A1.width',
  'perEvent.m_A1.median',
  'perEvent.m_A2.mean',
  'perEvent.m_A2.width',
  'perEvent.m_A2.median',
  'perEvent.m_B1.mean',
  'perEvent.m_B1.width',
  'perEvent.m_B1.median',
  'perEvent.m_B2.mean',
  'perEvent.m_B2.width',
  'perEvent.m_B2.median',
  'likelihood.mA',
  'likelihood.mB',
  'solvability.mA',
  'solvability.mB',
  'endpoint.mt2_b',
  'endpoint.mt2_ab',
  'endpoint.m2cc_b',
  'endpoint.m2cc_ab',
  'events',
]);

/** The same of masses that other topologies have. */
const OF_OTHER_MASSES =
  /^(?:(?:auxiliary|resolution|deviation|pull)\.m[A-Z]\w*|pulls\.m[A-Z]\w*\.(?:mean|width)|truth\.m[A-Z]\w*\.(?:mean|width|median)|perEvent\.m_[A-Z]\w*[12]\.(?:mean|width|median))$/;

const EXPECTED = `expected one of ${QUANTITY_NAMES.join(', ')}, or such a quantity of a mass of another name, like auxiliary.mD or perEvent.m_D2.width`;

/** The name of a quantity in settings. */
export const quantityName = z.union(
  [z.enum(QUANTITY_NAMES), z.string().regex(OF_OTHER_MASSES, EXPECTED)],
  EXPECTED
);
