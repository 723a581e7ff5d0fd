// @ts-check
import { z } from 'zod';

const reference = z
  .union([z.string().min(1), z.number()])
  .describe(
    'Name of a column of the file, an element such as jet_pt[0] of a ROOT branch, or a number.'
  );

/**
 * Components of which certain combinations make sense.
 *
 * @param {readonly (readonly string[])[]} combinations
 * @param {string} expected
 * @returns {(given: object, context: z.core.$RefinementCtx) => void}
 */
function oneOf(combinations, expected) {
  return (given, context) => {
    const names = Object.keys(given).sort().join(' ');
    if (combinations.some((combination) => [...combination].sort().join(' ') === names)) return;
    context.addIssue({ code: 'custom', message: `expected ${expected}` });
  };
}

const momentum = z
  .strictObject({
    E: reference.optional(),
    m: reference.optional(),
    px: reference.optional(),
    py: reference.optional(),
    pz: reference.optional(),
    pt: reference.optional(),
    eta: reference.optional(),
    phi: reference.optional(),
  })
  .superRefine(
    oneOf(
      [
        ['E', 'px', 'py', 'pz'],
        ['m', 'px', 'py', 'pz'],
        ['E', 'pt', 'eta', 'phi'],
        ['m', 'pt', 'eta', 'phi'],
      ],
      'px, py, pz or pt, eta, phi, and one of E and m'
    )
  );

const transverse = z
  .strictObject({
    x: reference.optional(),
    y: reference.optional(),
    pt: reference.optional(),
    phi: reference.optional(),
  })
  .superRefine(
    oneOf(
      [
        ['x', 'y'],
        ['pt', 'phi'],
      ],
      'x, y or pt, phi'
    )
  );

const roles = {
  a1: 'a of branch 1',
  b1: 'b of branch 1',
  a2: 'a of branch 2',
  b2: 'b of branch 2',
  c1: 'the true invisible particle of branch 1',
  c2: 'the true invisible particle of branch 2',
};

const singles = Object.fromEntries(
  Object.entries(roles).flatMap(([role, meaning]) =>
    ['E', 'px', 'py', 'pz'].map((component) => [
      `${role}_${component}`,
      reference.optional().describe(`Column of ${component} of ${meaning}.`),
    ])
  )
);

export const columns = z
  .strictObject({
    ...Object.fromEntries(
      Object.entries(roles).map(([role, meaning]) => [
        role,
        momentum.optional().describe(`Columns of ${meaning}.`),
      ])
    ),
    ...singles,
    ptmiss: transverse.optional().describe('Columns of the missing transverse momentum.'),
    ptmiss_x: reference.optional().describe('Column of its x component.'),
    ptmiss_y: reference.optional().describe('Column of its y component.'),
    weight: reference.optional().describe('Column of the event weights.'),
    event: reference.optional().describe('Column of the event numbers.'),
  })
  .describe('Which columns of the file are which, if they have other names than ours.');
