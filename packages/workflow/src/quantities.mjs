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
  'perEvent.m_A1.peak',
  'perEvent.m_A2.mean',
  'perEvent.m_A2.width',
  'perEvent.m_A2.median',
  'perEvent.m_A2.peak',
  'perEvent.m_B1.mean',
  'perEvent.m_B1.width',
  'perEvent.m_B1.median',
  'perEvent.m_B1.peak',
  'perEvent.m_B2.mean',
  'perEvent.m_B2.width',
  'perEvent.m_B2.median',
  'perEvent.m_B2.peak',
  'momenta.q1x.correlation',
  'momenta.q1x.width',
  'momenta.q1y.correlation',
  'momenta.q1y.width',
  'momenta.q1z.correlation',
  'momenta.q1z.width',
  'momenta.q2x.correlation',
  'momenta.q2x.width',
  'momenta.q2y.correlation',
  'momenta.q2y.width',
  'momenta.q2z.correlation',
  'momenta.q2z.width',
  'm2ccMomenta.q1x.correlation',
  'm2ccMomenta.q1x.width',
  'm2ccMomenta.q1y.correlation',
  'm2ccMomenta.q1y.width',
  'm2ccMomenta.q1z.correlation',
  'm2ccMomenta.q1z.width',
  'm2ccMomenta.q2x.correlation',
  'm2ccMomenta.q2x.width',
  'm2ccMomenta.q2y.correlation',
  'm2ccMomenta.q2y.width',
  'm2ccMomenta.q2z.correlation',
  'm2ccMomenta.q2z.width',
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
  /^(?:(?:auxiliary|resolution|deviation|pull)\.m[A-Z]\w*|pulls\.m[A-Z]\w*\.(?:mean|width)|truth\.m[A-Z]\w*\.(?:mean|width|median)|perEvent\.m_[A-Z]\w*[12]\.(?:mean|width|median|peak))$/;

const EXPECTED = `expected one of ${QUANTITY_NAMES.join(', ')}, or such a quantity of a mass of another name, like auxiliary.mD or perEvent.m_D2.width`;

/** The name of a quantity in settings. */
export const quantityName = z.union(
  [z.enum(QUANTITY_NAMES), z.string().regex(OF_OTHER_MASSES, EXPECTED)],
  EXPECTED
);

const number = z.number('expected a finite number');

/** Numbers by the names of the quantities in settings: at least one. */
export const quantityNumbers = z
  .object(
    /** @type {Record<string, z.ZodExactOptional<typeof number>>} */ (
      Object.fromEntries(QUANTITY_NAMES.map((name) => [name, z.exactOptional(number)]))
    )
  )
  .catchall(number)
  .superRefine((numbers, context) => {
    const names = Object.keys(numbers);
    const keys = names.filter((name) => !quantityName.safeParse(name).success);
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: numbers });
    const message = 'expected at least one quantity with its number';
    if (names.length === 0) context.addIssue({ code: 'custom', message, input: numbers });
  });
