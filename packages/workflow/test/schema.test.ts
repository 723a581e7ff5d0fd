import { checkSection } from '@deelema/workflow';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Settings of two kinds, one of which need not be named. */
const SCHEMA = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plain').default('plain'), seed: z.int() }),
  z.strictObject({ kind: z.literal('other'), epochs: z.int().default(1) }),
]);

/** Of the file only the place in it is asked for. */
const YAML = { where: () => 'p.yaml:2' } as unknown as Parameters<typeof checkSection>[0];

describe('checkSection', () => {
  it.each([
    ['the kind that need not be named', { seed: 1, sede: 2 }, 'train.sede', 'seed'],
    ['the kind that is named', { kind: 'other', epoch: 2 }, 'train.epoch', 'epochs'],
  ])('suggests the keys of %s', (_what, section, key, meant) => {
    const { problems } = checkSection(YAML, ['train'], section, SCHEMA);
    expect(problems).toEqual([`p.yaml:2: unknown key "${key}". Did you mean "${meant}"?`]);
  });

  it('fills in the kind that need not be named', () => {
    const { config, problems } = checkSection(YAML, ['train'], { seed: 1 }, SCHEMA);
    expect(problems).toEqual([]);
    expect(config).toEqual({ kind: 'plain', seed: 1 });
  });
});
