import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STAGES } from '@deelema/workflow';

const EVALUATE = `import { z } from 'zod';
export const config = z.strictObject({ split: z.enum(['test', 'all']).default('test'), range: z.strictObject({ low: z.number() }).optional() });`;
const NOTHING = `import { z } from 'zod';\nexport const config = z.strictObject({});`;

/** A folder for YAML files, with schemas of its own, so that a test does not depend on any stage's. */
export interface Folder {
  readonly root: string;
  readonly put: (file: string, text: string) => void;
  remove(): void;
}

/**
 * Makes a workspace with the dataset `toy`, in which only evaluate has settings: `split` and `range.low`.
 *
 * @param within A folder inside the repository, because a schema module imports zod.
 */
export function createFolder(within: string): Folder {
  const root = mkdtempSync(join(within, '.config-'));
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const stage of Object.keys(STAGES)) put(`packages/${stage}/src/config.mjs`, NOTHING);
  put('packages/evaluate/src/config.mjs', EVALUATE);
  put('datasets/toy/dataset.yaml', 'generate: {}\n');
  return { root, put, remove: () => rmSync(root, { recursive: true, force: true }) };
}
