import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, npmDigest, sha256, stageCode, type Swap } from '@deelema/workflow';

/**
 * Digest of the code a stage runs: the compiled files of its packages and the locked versions of what they use.
 *
 * @param root The workspace.
 * @param stage The stage.
 * @param swap What runs instead of our package, if the YAML says so.
 */
export function codeDigest(root: string, stage: string, swap: Swap | undefined): string {
  const { dirs, npm } = stageCode(root, stage, swap);
  return digest([dirs.map((dir) => packageDigest(join(root, dir))), npmDigest(root, npm)]);
}

function packageDigest(dir: string): string {
  const compiled = join(dir, 'dist');
  // Packages in plain JavaScript are run as they stand; their dist/ holds types alone.
  const folder = existsSync(join(compiled, 'index.js')) ? compiled : join(dir, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file))
    .sort();
  return digest(files.map((file) => [file, sha256(readFileSync(join(folder, file)))]));
}
