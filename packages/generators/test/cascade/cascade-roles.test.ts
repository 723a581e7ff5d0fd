import { expect, it } from 'vitest';
import { cascadeRoles } from '../../src/cascade/cascade-roles.ts';
import { ANTLER_ROLES } from '../../src/event-roles.ts';
import { antlerBranch, directBranch } from '../support/cascades.ts';

it('are those of the antler for its two chains', () => {
  expect(cascadeRoles([antlerBranch(1), antlerBranch(2)])).toEqual(ANTLER_ROLES);
});

it('go step by step, also where one chain is longer', () => {
  expect(cascadeRoles([antlerBranch(1), directBranch(2, 'abd', 500, 0)])).toEqual({
    visible: ['a1', 'a2', 'b2', 'd2', 'b1'],
    invisible: ['c1', 'c2'],
  });
});
